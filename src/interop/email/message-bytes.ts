/** A message is kept so far, in bytes: without its files, no letter is as large. */
const MOST = 8 * 1024 * 1024;
const MOST_HEAD = 512 * 1024;
/** Of a run of base64 lines, which is a file or a picture, only so much is kept, in bytes. */
const MOST_RUN = 256 * 1024;
/** A larger buffer is given back after its message, in bytes. */
const ROOMY = 2 * 1024 * 1024;
const SHORTEST_OF_RUN = 40;

const BASE64 = new Uint8Array(256);
for (const one of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r\n')
  BASE64[one.charCodeAt(0)] = 1;

/** The bytes of the message that is being read, without the bulk of what is attached to it. */
export class MessageBytes {
  readonly #headersOnly: boolean;
  readonly #isQuoted: boolean;
  #bytes = new Uint8Array(64 * 1024);
  #size = 0;
  #run = 0;
  #isHead = true;
  wasCut = false;
  #isCut = false;

  /** @param isQuoted whether a line that began with `From ` has a `>` before it */
  constructor(headersOnly: boolean, isQuoted: boolean) {
    this.#headersOnly = headersOnly;
    this.#isQuoted = isQuoted;
  }

  append(line: Uint8Array): void {
    if (this.#isHead) this.#appendHead(line);
    else if (!this.#headersOnly) this.#appendBody(line);
  }

  /** What was kept of the message; the next begins. */
  take(): Uint8Array {
    const bytes = this.#bytes.slice(0, this.#size);
    if (this.#bytes.length > ROOMY) this.#bytes = new Uint8Array(64 * 1024);
    this.wasCut = this.#isCut;
    this.#isCut = false;
    this.#size = 0;
    this.#run = 0;
    this.#isHead = true;
    return bytes;
  }

  #appendHead(line: Uint8Array): void {
    const isBlank = line.length <= 2 && (line[0] === 10 || line[0] === 13);
    if (isBlank && this.#size === 0) return;
    if (isBlank) this.#isHead = false;
    if (this.#size === 0 && line[0] === 62) return;
    if (isBlank || this.#size + line.length <= MOST_HEAD) this.#add(line);
  }

  #appendBody(line: Uint8Array): void {
    this.#run = isBase64(line) ? this.#run + line.length : 0;
    if (this.#run > MOST_RUN) return;
    this.#add(this.#isQuoted ? unquoted(line) : line);
  }

  #add(line: Uint8Array): void {
    const size = this.#size + line.length;
    if (size > MOST) {
      this.#isCut = true;
      return;
    }
    if (size > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(size, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#size));
      this.#bytes = larger;
    }
    this.#bytes.set(line, this.#size);
    this.#size = size;
  }
}

function isBase64(line: Uint8Array): boolean {
  if (line.length < SHORTEST_OF_RUN) return false;
  for (const byte of line) if (BASE64[byte] === 0) return false;
  return true;
}

/** `>From ` is `From `, `>>From ` is `>From `. */
function unquoted(line: Uint8Array): Uint8Array {
  if (line[0] !== 62) return line;
  let at = 1;
  while (line[at] === 62) at += 1;
  const isFrom =
    line[at] === 70 && line[at + 1] === 114 && line[at + 2] === 111 && line[at + 3] === 109 && line[at + 4] === 32;
  return isFrom ? line.subarray(1) : line;
}
