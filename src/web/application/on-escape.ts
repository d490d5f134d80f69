/** What a part of the page does with its keys: Escape ends it, and nothing beyond it. */
export function onEscape(end: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    end();
  };
}
