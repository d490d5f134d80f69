import { type ByteLine, LONGEST, tooLong } from './byte-lines.ts';
import { param, propertyOf } from './property.ts';

const EDGE = /^\s*(?:BEGIN|END)\s*:/i;
const BASE64 = /^[\sA-Za-z0-9+/]+=*\s*$/;

/** A line of which more may follow. */
interface Logical {
  readonly pieces: string[];
  size: number;
  readonly line: number;
  readonly isQuoted: boolean;
  readonly isBase64: boolean;
}

/**
 * Joins lines that were folded (RFC 6350, 3.2; RFC 5545, 3.1), and those of quoted-printable and base64 as vCard 2.1 and
 * vCalendar break them. A BEGIN or an END is a line of its own, whatever stands around it.
 */
export class Unfolder {
  #logical: Logical | null = null;

  /**
   * @param keepsBlank whether the blank that a folded line begins with is one of the text, as in vCard 2.1
   * @returns the line before, now that it is whole; null while there is none
   */
  take(line: ByteLine, keepsBlank: boolean): ByteLine | null {
    if (!EDGE.test(line.bytes) && this.#goesOn(line.bytes, keepsBlank)) return null;
    const whole = this.end();
    if (line.bytes.trim() === '') return whole;
    const property = propertyOf(line.bytes, line.line);
    const encoding = property ? param(property, 'ENCODING').toLowerCase() : '';
    const [isQuoted, isBase64] = [/^q/.test(encoding), /^b/.test(encoding)];
    this.#logical = { pieces: [line.bytes], size: line.bytes.length, line: line.line, isQuoted, isBase64 };
    return whole;
  }

  /** The last line. */
  end(): ByteLine | null {
    const logical = this.#logical;
    this.#logical = null;
    return logical && { bytes: logical.pieces.join(''), line: logical.line };
  }

  #goesOn(bytes: string, keepsBlank: boolean): boolean {
    const before = this.#logical;
    if (!before || EDGE.test(before.pieces[0] ?? '')) return false;
    const last = before.pieces.at(-1) ?? '';
    let piece = bytes;
    if (before.isQuoted && last.endsWith('=')) before.pieces[before.pieces.length - 1] = last.slice(0, -1);
    else if (before.isBase64 && BASE64.test(bytes)) piece = bytes.trim();
    else if (!/^[ \t]/.test(bytes)) return false;
    else if (!keepsBlank) piece = bytes.slice(1);
    before.pieces.push(piece);
    before.size += piece.length;
    if (before.size > LONGEST) throw tooLong(before.line);
    return true;
  }
}
