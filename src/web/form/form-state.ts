import { computed, signal } from '@preact/signals';
import type { AnyRecord, Noun } from '../../domain/noun.ts';
import { fromText, toText } from '../../domain/typed-text.ts';
import { errorOf } from '../ui/field-text.ts';
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
  /** The fields that still hold a draft of an earlier time. */
  readonly fromBefore = computed(() => this.drafted.filter((name) => Object.hasOwn(this.texts.value, name)));
  /** The fields that held one at the beginning, in the noun's order. */
  readonly drafted: readonly string[];
  /** Why the server did not take what the draft holds. */
  readonly refusal: string | null;
  readonly #over = signal<Draft['over']>({});
  readonly #found = signal<FieldErrors>({});
  readonly #refused = signal<FieldErrors>({});
  readonly #noun: Noun;
  readonly #drafts: Drafts;
  readonly #key: string;
  readonly #presets: Draft['texts'];

  /**
   * @param key of the draft
   * @param presets what stands in fields of a new record until something else is typed
   */
  constructor(noun: Noun, drafts: Drafts, key: string, presets: Draft['texts'] = {}) {
    this.#presets = presets;
    this.#noun = noun;
    this.#drafts = drafts;
    this.#key = key;
    const draft = drafts.get(key);
    const texts = draft?.texts ?? {};
    this.texts.value = texts;
    this.#over.value = draft?.over ?? {};
    const isFromBefore = drafts.isFromBefore(key);
    this.drafted = Object.keys(noun.fields).filter((name) => isFromBefore && Object.hasOwn(texts, name));
    this.refusal = draft?.refused?.detail ?? null;
    this.#refused.value = Object.fromEntries(draft?.refused?.errors.map((error) => [error.field, error]) ?? []);
  }

  /** What stands in the control of a field. */
  textOf(name: string, record: AnyRecord | undefined): string {
    return this.texts.value[name] ?? this.#standing(name, record);
  }

  /** What someone else made of a field since it was typed into; null where nobody touched it. */
  meanwhileOf(name: string, record: AnyRecord | undefined): string | null {
    const typed = this.texts.value[name];
    const stands = toText(record?.[name]);
    if (record === undefined || typed === undefined || typed === stands) return null;
    return stands === (this.#over.value[name] ?? '') ? null : stands;
  }

  /** Takes what was typed; what is again as it was counts as untouched. */
  type(name: string, text: string, record: AnyRecord | undefined): void {
    const stands = this.#standing(name, record);
    const [texts, over] = [without(this.texts.peek(), name), without(this.#over.peek(), name)];
    const isTouched = text !== stands;
    this.texts.value = isTouched ? { ...texts, [name]: text } : texts;
    this.#over.value = isTouched ? { ...over, [name]: this.#over.peek()[name] ?? stands } : over;
    this.#refused.value = without(this.#refused.peek(), name);
    this.#drafts.keep(this.#key, { texts: this.texts.peek(), over: this.#over.peek() });
  }

  /** Takes what the form finds wrong. */
  find(errors: FieldErrors): void {
    this.#found.value = errors;
  }

  /** The first field of the draft that is wrong or was changed meanwhile, or else the first; null without a draft. */
  firstToReview(record: AnyRecord | undefined): string | null {
    const isWrong = (name: string) => {
      const field = this.#noun.fields[name];
      const isRefused = Object.hasOwn(this.errors.peek(), name);
      return isRefused || (field && errorOf(name, field, this.texts.peek()[name] ?? '') !== null);
    };
    const needsLook = (name: string) => isWrong(name) || this.meanwhileOf(name, record) !== null;
    return this.drafted.find(needsLook) ?? this.drafted[0] ?? null;
  }

  /** The values of the touched fields and the preset ones, as they go over the wire. */
  values(): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const [name, text] of Object.entries({ ...this.#presets, ...this.texts.peek() })) {
      const field = this.#noun.fields[name];
      if (field) values[name] = fromText(field, text);
    }
    return values;
  }

  #standing(name: string, record: AnyRecord | undefined): string {
    return this.#presets[name] ?? toText(record?.[name]);
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
