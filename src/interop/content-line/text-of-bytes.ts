/**
 * The text that bytes stand for.
 *
 * @param bytes a character a byte
 * @param charset as the line names it; without one, or with one that nobody knows, UTF-8 where the bytes are that, and
 *   Windows-1252 (which reads ISO 8859-1 too) where they are not
 */
export function textOf(bytes: string, charset?: string): string {
  if (!/[\x80-\xff]/.test(bytes) && !/^(?:utf-?(?:16|7)|iso-2022)/i.test(charset ?? '')) return bytes;
  const raw = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) raw[at] = bytes.charCodeAt(at);
  const isNamed = charset !== undefined && !/^utf-?8$/i.test(charset);
  const text = isNamed ? decoded(raw, () => new TextDecoder(charset, STRICT)) : null;
  return text ?? decoded(raw, () => utf8) ?? windows1252.decode(raw);
}

/** A byte order mark within a file is one of its characters. */
const STRICT = { fatal: true, ignoreBOM: true };
const utf8 = new TextDecoder('utf-8', STRICT);
const windows1252 = new TextDecoder('windows-1252');

/** Bytes that were written as quoted-printable (RFC 2045, 6.7), soft line breaks already joined. A `=` that encodes nothing stays. */
export function fromQuotedPrintable(written: string): string {
  return written.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Bytes that were written as base64; null where they were not. */
export function fromBase64(written: string): string | null {
  try {
    return atob(written);
  } catch {
    return null;
  }
}

/** Null where there is no such charset, or the bytes are not of it. */
function decoded(raw: Uint8Array, decoder: () => InstanceType<typeof TextDecoder>): string | null {
  try {
    return decoder().decode(raw);
  } catch {
    return null;
  }
}

/** A text as bytes in UTF-8, a character a byte. */
export function bytesOf(text: string): string {
  if (!/[^\x00-\x7f]/.test(text)) return text;
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}
