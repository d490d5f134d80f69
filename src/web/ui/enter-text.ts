/** Puts a text into a control as if it had been typed, so that all who listen for typing hear of it. */
export function enterText(control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement, text: string): void {
  control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true }));
}
