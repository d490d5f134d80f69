/**
 * Has the browser keep a text as a file.
 *
 * @param type of its content: `text/csv`, say
 */
export function download(name: string, type: string, text: string): void {
  keep(name, new Blob([text], { type }));
}

/** The same for bytes, as they were made piece by piece. */
export function downloadBytes(name: string, type: string, pieces: readonly Uint8Array[]): void {
  keep(name, new Blob([...pieces] as Uint8Array<ArrayBuffer>[], { type }));
}

function keep(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser begins to read it only after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
