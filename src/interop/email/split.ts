import type { Source } from '../import/source.ts';
import { MessageBytes } from './message-bytes.ts';

/** A message as it stands in a mailbox. */
export interface RawMessage {
  readonly bytes: Uint8Array;
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** From 1. */
  readonly place: number;
  /** The `From ` line before it; empty where there is none. */
  readonly envelope: string;
  /** Whether its end was left out: it is beyond any letter's size. */
  readonly isCut: boolean;
}

/** The messages that end in one piece of a source, and how many bytes of it were read by then. */
export interface SplitPiece {
  readonly messages: readonly RawMessage[];
  readonly read: number;
}

interface Splitting {
  /** Whether messages are separated by `From ` lines (mbox); else all is one message. */
  readonly isMailbox: boolean;
  /** Only the head of each message is kept. */
  readonly headersOnly: boolean;
}

/** A longer line is taken in pieces, in bytes. */
const LONGEST_LINE = 1024 * 1024;
const LF = 10;
const CR = 13;

/**
 * The messages of a mailbox (RFC 4155, as mboxo and mboxrd quote it), one after another: no more than one of them and one
 * piece of the source are in memory.
 */
export async function* messagesOf(source: Source, splitting: Splitting): AsyncGenerator<SplitPiece> {
  const splitter = new Splitter(splitting);
  let read = 0;
  for await (const piece of source.stream()) {
    read += piece.length;
    yield { messages: splitter.push(piece), read };
  }
  yield { messages: splitter.end(), read };
}

class Splitter {
  readonly #splitting: Splitting;
  readonly #message: MessageBytes;
  #ended: RawMessage[] = [];
  #carry: Uint8Array = new Uint8Array(0);
  #isMidLine = false;
  #line = 0;
  #begins = 1;
  #place = 0;
  #envelope = '';
  #wasBlank = true;
  #held: Uint8Array | undefined;

  constructor(splitting: Splitting) {
    this.#splitting = splitting;
    this.#message = new MessageBytes(splitting.headersOnly, splitting.isMailbox);
  }

  push(piece: Uint8Array): RawMessage[] {
    let at = 0;
    for (let end = piece.indexOf(LF); end >= 0; end = piece.indexOf(LF, at)) {
      this.#take(this.#withCarry(piece.subarray(at, end + 1)), true);
      at = end + 1;
    }
    this.#carry = this.#withCarry(piece.slice(at));
    if (this.#carry.length > LONGEST_LINE) {
      this.#take(this.#carry, false);
      this.#carry = new Uint8Array(0);
    }
    return this.#flushed();
  }

  end(): RawMessage[] {
    if (this.#carry.length > 0) this.#take(this.#carry, true);
    if (this.#held) this.#message.append(this.#held);
    this.#finish();
    return this.#flushed();
  }

  #flushed(): RawMessage[] {
    const ended = this.#ended;
    this.#ended = [];
    return ended;
  }

  #withCarry(rest: Uint8Array): Uint8Array {
    if (this.#carry.length === 0) return rest;
    const whole = new Uint8Array(this.#carry.length + rest.length);
    whole.set(this.#carry);
    whole.set(rest, this.#carry.length);
    this.#carry = new Uint8Array(0);
    return whole;
  }

  #take(written: Uint8Array, isWhole: boolean): void {
    const line = this.#line === 0 ? withoutMark(written) : written;
    const isStart = !this.#isMidLine;
    this.#isMidLine = !isWhole;
    if (!isStart) {
      this.#message.append(line);
      this.#wasBlank = false;
      return;
    }
    this.#line += 1;
    const held = this.#held;
    this.#held = undefined;
    if (held && isHeaderLine(line)) this.#begin(held);
    else if (held) this.#message.append(held);
    if (this.#splitting.isMailbox && (this.#wasBlank || this.#line === 1) && isEnvelope(line))
      this.#held = line.slice();
    else this.#message.append(line);
    this.#wasBlank = line.length <= 2 && (line[0] === LF || line[0] === CR);
  }

  #begin(envelope: Uint8Array): void {
    this.#finish();
    this.#envelope = new TextDecoder().decode(envelope.subarray(0, 300)).trim();
    this.#begins = this.#line - 1;
  }

  #finish(): void {
    const bytes = this.#message.take();
    if (!bytes.some((byte) => byte > 32)) return;
    this.#place += 1;
    const [line, place, envelope] = [this.#begins, this.#place, this.#envelope];
    this.#ended.push({ bytes, line, place, envelope, isCut: this.#message.wasCut });
  }
}

/** Without the byte order mark of UTF-8, which some editors put before a file. */
function withoutMark(line: Uint8Array): Uint8Array {
  return line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? line.subarray(3) : line;
}

/** `From ` with a year and a time of day: a sentence that begins with this word has them hardly ever. */
function isEnvelope(line: Uint8Array): boolean {
  if (line[0] !== 70 || line[1] !== 114 || line[2] !== 111 || line[3] !== 109 || line[4] !== 32) return false;
  const text = new TextDecoder().decode(line.subarray(0, 300));
  return /\b\d{1,2}:\d{2}/.test(text) && /\b(?:19|20)\d{2}\b/.test(text);
}

function isHeaderLine(line: Uint8Array): boolean {
  const text = new TextDecoder().decode(line.subarray(0, 120));
  return /^[!-9;-~]+[ \t]*:/.test(text) || /^>From /.test(text);
}
