import { type ByteLine, LONGEST, tooLong } from '../content-line/byte-lines.ts';
import { type Property, propertyOf } from '../content-line/property.ts';
import { Unfolder } from '../content-line/unfold.ts';

/** What stands between a BEGIN and its END: an event, a task, a time zone … (RFC 5545, 3.6). */
export interface Component {
  /** In upper case: `VEVENT`. */
  readonly name: string;
  readonly properties: readonly Property[];
  readonly children: readonly Component[];
  readonly line: number;
}

/** What the lines of a file turn out to be. */
export type Part =
  | { readonly component: Component }
  /** One that no END ends. */
  | { readonly unfinished: Component }
  /** Lines that are no property, from the first of them. */
  | { readonly stray: ByteLine }
  /** A property of the whole calendar; BEGIN where another calendar begins. */
  | { readonly ofCalendar: Property };

interface OpenComponent extends Component {
  readonly properties: Property[];
  readonly children: Component[];
  size: number;
}

const EDGE = /^\s*(BEGIN|END)\s*:\s*([\w-]+)\s*$/i;
/** These stand in a calendar and in nothing else: where one begins, whatever was open has ended. */
const WHOLE = /^(?:VEVENT|VTODO|VJOURNAL|VFREEBUSY|VTIMEZONE|VAVAILABILITY)$/;
/** What is longer is a file within the event. */
const LONG_ATTACHMENT = 2000;
const DEEPEST = 10;
/** So many bytes a property takes beside its text: no event has a million of them. */
const SIZE_OF_PROPERTY = 100;

/** Puts components together of the lines of a file, one after another; `end` gives what was not ended. */
export class ComponentReader {
  #open: OpenComponent[] = [];
  #lines = new Unfolder();
  #wasStray = false;

  take(line: ByteLine): Part[] {
    const whole = this.#lines.take(line, false);
    return whole ? this.#taken(whole) : [];
  }

  end(): Part[] {
    const whole = this.#lines.end();
    return [...(whole ? this.#taken(whole) : []), ...this.#leave()];
  }

  #taken(line: ByteLine): Part[] {
    const [, edge, word = ''] = EDGE.exec(line.bytes) ?? [];
    const name = word.toUpperCase();
    if (edge?.toUpperCase() === 'BEGIN') return this.#begin(name, line);
    if (edge) return this.#ended(name, line);
    const property = propertyOf(line.bytes, line.line);
    if (!property) return this.#stray(line);
    this.#wasStray = false;
    const component = this.#open.at(-1);
    if (!component) return [{ ofCalendar: property }];
    const isDropped = property.name === 'ATTACH' && property.value.length > LONG_ATTACHMENT;
    component.properties.push(isDropped ? { ...property, value: '' } : property);
    component.size += SIZE_OF_PROPERTY + (isDropped ? 0 : line.bytes.length);
    if (component.size > LONGEST) throw tooLong(component.line);
    return [];
  }

  #begin(name: string, { bytes, line }: ByteLine): Part[] {
    this.#wasStray = false;
    const isWhole = WHOLE.test(name);
    const left = isWhole || name === 'VCALENDAR' || this.#open.length >= DEEPEST ? this.#leave() : [];
    if (isWhole || this.#open.length > 0) this.#open.push({ name, properties: [], children: [], line, size: 0 });
    const property = name === 'VCALENDAR' ? propertyOf(bytes, line) : null;
    return property ? [...left, { ofCalendar: property }] : left;
  }

  #ended(name: string, line: ByteLine): Part[] {
    const place = this.#open.findLastIndex((component) => component.name === name);
    if (place < 0) return name === 'VCALENDAR' ? this.#leave() : this.#stray(line);
    this.#wasStray = false;
    this.#open.splice(place + 1);
    const component = this.#open.pop();
    const parent = this.#open.at(-1);
    if (!component) return [];
    if (!parent) return [{ component }];
    parent.children.push(component);
    return [];
  }

  /** Only the outermost is told of. */
  #leave(): Part[] {
    return this.#open
      .splice(0)
      .slice(0, 1)
      .map((unfinished) => ({ unfinished }));
  }

  #stray(stray: ByteLine): Part[] {
    if (this.#wasStray) return [];
    this.#wasStray = true;
    return [{ stray }];
  }
}
