import { signal } from '@preact/signals';
import * as v from 'valibot';
import type { Refused } from '../../sync/wire.ts';

/** What a person typed into a form and did not save, by field; and why the server refused it, where it did. */
export interface Draft {
  readonly texts: Readonly<Record<string, string>>;
  readonly refused?: Pick<Refused, 'detail' | 'errors'> | undefined;
}

const draftSchema = v.object({
  texts: v.record(v.string(), v.string()),
  refused: v.optional(
    v.object({
      detail: v.string(),
      errors: v.array(v.object({ field: v.string(), code: v.string(), detail: v.string() })),
    }),
  ),
});

/** Keeps unsaved typing for as long as the tab lives: one draft for each record, and one for a new one. */
export class Drafts {
  readonly #revisions = signal<Readonly<Record<string, number>>>({});
  readonly #storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly #prefix: string;
  #begun: string | null = null;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, type: string) {
    this.#storage = storage;
    this.#prefix = `touchbase.draft.${type}.`;
  }

  /** @param key the id of the record, or `new` */
  get(key: string): Draft | undefined {
    const text = this.#storage.getItem(this.#prefix + key);
    const draft = text === null ? null : v.safeParse(draftSchema, parseJson(text));
    return draft?.success ? draft.output : undefined;
  }

  /** Keeps what a form holds; nothing typed, nothing kept. */
  keep(key: string, draft: Draft): void {
    if (Object.keys(draft.texts).length === 0) this.drop(key);
    else this.#storage.setItem(this.#prefix + key, JSON.stringify(draft));
  }

  /** Adds to a draft what could not be saved. A form that is open takes it up. */
  add(key: string, { texts, refused }: Draft): void {
    this.keep(key, { texts: { ...texts, ...this.get(key)?.texts }, refused });
    this.#revise(key);
  }

  /** Forgets a draft; a form that is open begins anew. */
  discard(key: string): void {
    this.drop(key);
    this.#revise(key);
  }

  /** Changes whenever a draft changes elsewhere than in its form. */
  revisionOf(key: string): string {
    return `${key} ${this.#revisions.value[key] ?? 0}`;
  }

  /** Begins a draft that a form is opened with, unless there is one. */
  begin(key: string, texts: Draft['texts']): void {
    if (this.get(key)) return;
    this.keep(key, { texts });
    this.#begun = key;
  }

  /** Whether there is a draft that was typed before the form that asks was opened. */
  isFromBefore(key: string): boolean {
    const isBegun = this.#begun === key;
    this.#begun = null;
    return !isBegun && this.get(key) !== undefined;
  }

  drop(key: string): void {
    this.#storage.removeItem(this.#prefix + key);
  }

  #revise(key: string): void {
    const revisions = this.#revisions.peek();
    this.#revisions.value = { ...revisions, [key]: (revisions[key] ?? 0) + 1 };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
