import { computed, signal } from '@preact/signals';
import type { AnyRecord, Noun } from '../../../domain/noun.ts';
import { fromText, toText } from '../../ui/field-text.ts';
import type { Draft, Drafts } from './drafts.ts';
import type { FieldErrors } from './validate.ts';

/**
 * What a form holds: only the fields that a person touched. All others show the record as it is now, so they follow what
 * others change. Everything typed is kept as a draft at once.
 */
export class FormState {
  readonly texts = signal<Draft['texts']>({});
  /** What is wrong: what the form finds, and what the server said of a field that was not touched since. */
  readonly errors = computed<FieldErrors>(() => ({ ...this.#refused.value, ...this.#found.value }));
  /** Why the server did not take what the draft holds. */
  readonly refusal: string | null;
  /** Whether it began with a draft of an earlier time. */
  readonly hasDraft: boolean;
  readonly #found = signal<FieldErrors>({});
  readonly #refused = signal<FieldErrors>({});
  readonly #noun: Noun;
  readonly #drafts: Drafts;
  readonly #key: string;

  /** @param key of the draft */
  constructor(noun: Noun, drafts: Drafts, key: string) {
    this.#noun = noun;
    this.#drafts = drafts;
    this.#key = key;
    const draft = drafts.get(key);
    this.hasDraft = drafts.isFromBefore(key);
    this.texts.value = draft?.texts ?? {};
    this.refusal = draft?.refused?.detail ?? null;
    this.#refused.value = Object.fromEntries(draft?.refused?.errors.map((error) => [error.field, error]) ?? []);
  }

  /** What stands in the control of a field. */
  textOf(name: string, record: AnyRecord | undefined): string {
    return this.texts.value[name] ?? toText(record?.[name]);
  }

  /** Takes what was typed; what is again as it was counts as untouched. */
  type(name: string, text: string, record: AnyRecord | undefined): void {
    const isTouched = text !== toText(record?.[name]);
    const others = without(this.texts.peek(), name);
    this.texts.value = isTouched ? { ...others, [name]: text } : others;
    this.#refused.value = without(this.#refused.peek(), name);
    this.#drafts.keep(this.#key, { texts: this.texts.peek() });
  }

  /** Takes what the form finds wrong. */
  find(errors: FieldErrors): void {
    this.#found.value = errors;
  }

  /** The values of the touched fields, as they go over the wire. */
  values(): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const [name, text] of Object.entries(this.texts.peek())) {
      const field = this.#noun.fields[name];
      if (field) values[name] = fromText(field, text);
    }
    return values;
  }

  /** Forgets the draft. */
  drop(): void {
    this.#drafts.drop(this.#key);
  }
}

function without<T>(all: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> {
  const { [name]: _, ...others } = all;
  return others;
}
