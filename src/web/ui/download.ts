/**
 * Has the browser keep a text as a file.
 *
 * @param type of its content: `text/csv`, say
 */
export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser begins to read it only after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
