import * as v from 'valibot';
import type { CalendarDate } from '../../domain/dates.ts';
import type { Mapping, Reading } from '../../interop/import/format.ts';
import type { TextStorage } from '../storage.ts';

const Kept = v.object({
  emails: v.array(v.string()),
  mappings: v.record(v.string(), v.record(v.string(), v.nullable(v.string()))),
});

type KeptHabits = v.InferOutput<typeof Kept>;

/** So many tables are remembered; the oldest go first. */
const MOST_MAPPINGS = 50;

/** What a person said once about what they bring in: kept in this browser, for the next time. */
export class Habits {
  readonly #storage: TextStorage;
  readonly #key: string;
  #kept: KeptHabits;

  /** @param replica under what name this browser keeps the records */
  constructor(storage: TextStorage, replica: string) {
    this.#storage = storage;
    this.#key = `${replica}.import`;
    this.#kept = parsed(storage.getItem(this.#key));
  }

  get emails(): readonly string[] {
    return this.#kept.emails;
  }

  own(emails: readonly string[]): void {
    this.#keep({ ...this.#kept, emails: [...new Set(emails)] });
  }

  map(headerKey: string, mapping: Mapping): void {
    const { [headerKey]: _, ...others } = this.#kept.mappings;
    const mappings = Object.entries({ ...others, [headerKey]: { ...mapping } }).slice(-MOST_MAPPINGS);
    this.#keep({ ...this.#kept, mappings: Object.fromEntries(mappings) });
  }

  reading(today: CalendarDate): Reading {
    const { emails, mappings } = this.#kept;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return { today, zone: timeZone, own: { names: [], emails }, mappings };
  }

  #keep(kept: KeptHabits): void {
    this.#kept = kept;
    try {
      this.#storage.setItem(this.#key, JSON.stringify(kept));
    } catch {
      // A storage that is full remembers nothing: it is asked again the next time.
    }
  }
}

function parsed(text: string | null): KeptHabits {
  try {
    return v.parse(Kept, JSON.parse(text ?? ''));
  } catch {
    return { emails: [], mappings: {} };
  }
}
