/** A text as a value: its line breaks, commas, semicolons and backslashes escaped (RFC 6350, 3.4; RFC 5545, 3.3.11). */
export function escaped(text: string): string {
  return printable(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** The text of a value. Some programs escape colons and other marks too; what is no mark keeps its backslash. */
export function unescaped(value: string): string {
  return value.replace(/\\([^\p{L}\p{N}\s]|[nN])/gu, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark));
}

/** The parts of a value between marks that are not escaped, still escaped. */
export function splitAt(mark: ',' | ';', value: string): string[] {
  const parts = [''];
  for (const piece of value.match(/\\[\s\S]|[^\\,;]+|[\s\S]/g) ?? []) {
    if (piece === mark) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts;
}

/**
 * A text without what no content line can hold: other line breaks (which some programs break lines at) are `\n`, and other
 * control characters are spaces.
 */
export function printable(text: string): string {
  return text.replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n').replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, ' ');
}
