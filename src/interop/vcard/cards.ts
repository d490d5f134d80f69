import { type ByteLine, LONGEST, tooLong } from '../content-line/byte-lines.ts';
import { type Property, propertyOf } from '../content-line/property.ts';
import { Unfolder } from '../content-line/unfold.ts';

/** One card: what stands between BEGIN:VCARD and END:VCARD. */
export interface Card {
  /** `2.1`, `3.0`, `4.0`; empty where it does not say. */
  readonly version: string;
  readonly properties: readonly Property[];
  readonly line: number;
}

/** What the lines of a file turn out to be. */
export type Part =
  | { readonly card: Card }
  /** A card that no END:VCARD ends. */
  | { readonly unfinished: Card }
  /** Lines that are no property, from the first of them. */
  | { readonly stray: ByteLine; readonly inCard: boolean };

interface OpenCard {
  version: string;
  readonly properties: Property[];
  readonly line: number;
  size: number;
}

const BEGIN = /^\s*BEGIN\s*:\s*VCARD\s*$/i;
const END = /^\s*END\s*:\s*VCARD\s*$/i;
const INLINE = /^(?:PHOTO|LOGO|SOUND|KEY|X-MS-CARDPICTURE)$/;
/** What is longer is the picture itself, not its address. */
const LONG = 2000;
/** So many bytes a property takes beside its text: no card has a million of them. */
const SIZE_OF_PROPERTY = 100;

/** Puts cards together of the lines of a file, one after another; `end` gives what was not ended. */
export class CardReader {
  /** A card of vCard 2.1 may hold another, of an agent. */
  #open: OpenCard[] = [];
  #lines = new Unfolder();
  #wasStray = false;

  take(line: ByteLine): Part[] {
    const whole = this.#lines.take(line, this.#open.at(-1)?.version === '2.1');
    return whole ? this.#taken(whole) : [];
  }

  end(): Part[] {
    const whole = this.#lines.end();
    const parts = whole ? this.#taken(whole) : [];
    return [...parts, ...this.#open.splice(0).map((unfinished) => ({ unfinished }))];
  }

  #taken(line: ByteLine): Part[] {
    if (BEGIN.test(line.bytes)) return this.#begin(line);
    const card = this.#open.at(-1);
    if (END.test(line.bytes)) this.#open.pop();
    const property = propertyOf(line.bytes, line.line);
    if (!card || !property) return this.#stray(line, card !== undefined);
    this.#wasStray = false;
    if (END.test(line.bytes)) return [{ card }];
    if (property.name === 'VERSION') card.version = property.value.trim().slice(0, 3);
    const isDropped = INLINE.test(property.name) && property.value.length > LONG;
    card.properties.push(isDropped ? { ...property, value: '' } : property);
    card.size += SIZE_OF_PROPERTY + (isDropped ? 0 : line.bytes.length);
    if (card.size > LONGEST) throw tooLong(card.line);
    return [];
  }

  #stray(stray: ByteLine, inCard: boolean): Part[] {
    if (this.#wasStray) return [];
    this.#wasStray = true;
    return [{ stray, inCard }];
  }

  #begin({ line }: ByteLine): Part[] {
    this.#wasStray = false;
    const isAgent = this.#open.at(-1)?.properties.at(-1)?.name === 'AGENT';
    const left = isAgent ? [] : this.#open.splice(0);
    this.#open.push({ version: '', properties: [], line, size: 0 });
    return left.map((unfinished) => ({ unfinished }));
  }
}
