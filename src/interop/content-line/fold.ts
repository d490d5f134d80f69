const LONGEST = 75;

/**
 * Content lines as they stand in a file: each ends with CRLF, and what is longer than 75 octets in UTF-8 goes on in the
 * next line after a space (RFC 6350, 3.2; RFC 5545, 3.1). No character is cut.
 */
export function folded(lines: readonly string[]): string {
  return lines.map((line) => `${foldedLine(line)}\r\n`).join('');
}

function foldedLine(line: string): string {
  if (line.length * 3 <= LONGEST) return line;
  let [written, octets] = ['', 0];
  for (const character of line) {
    const size = sizeOf(character);
    if (octets + size > LONGEST) {
      written += '\r\n ';
      octets = 1;
    }
    written += character;
    octets += size;
  }
  return written;
}

function sizeOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
