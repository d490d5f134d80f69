import { signal } from '@preact/signals';
import * as v from 'valibot';
import type { Refused } from '../sync/wire.ts';

/** The key of the draft of a new record. */
export const NEW = 'new';

/** What a person typed into a form and did not save, by field; and why the server refused it, where it did. */
export interface Draft {
  readonly texts: Readonly<Record<string, string>>;
  /** What stood in each of these fields when it was typed into. */
  readonly over: Readonly<Record<string, string>>;
  readonly refused?: Pick<Refused, 'detail' | 'errors'> | undefined;
}

const draftSchema = v.object({
  texts: v.record(v.string(), v.string()),
  over: v.record(v.string(), v.string()),
  refused: v.optional(
    v.object({
      detail: v.string(),
      errors: v.array(v.object({ field: v.string(), code: v.string(), detail: v.string() })),
    }),
  ),
});

/** Keeps unsaved typing for as long as its storage does: one draft for each record, and one for a new one. */
export class Drafts {
  readonly #revisions = signal<Readonly<Record<string, number>>>({});
  readonly #storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly #prefix: string;
  #begun: string | null = null;

  /** @param of whose drafts they are, and of which noun */
  constructor(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, of: string) {
    this.#storage = storage;
    this.#prefix = `touchbase.draft.${of}.`;
  }

  /** @param key the id of the record, or `NEW` */
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

  /** Adds what was typed earlier, such as a change that was refused: what was typed since wins. */
  giveBack(key: string, { texts, over, refused }: Draft): void {
    const now = this.get(key);
    this.keep(key, { texts: { ...texts, ...now?.texts }, over: { ...over, ...now?.over }, refused });
    this.#revise(key);
  }

  /** Adds what was typed just now: it wins. */
  setAside(key: string, { texts, over }: Draft): void {
    const now = this.get(key);
    this.keep(key, { ...now, texts: { ...now?.texts, ...texts }, over: { ...now?.over, ...over } });
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

  /** Begins a draft that a form is opened with, in the place of any other. */
  begin(key: string, texts: Draft['texts']): void {
    this.keep(key, { texts, over: {} });
    this.#begun = key;
    this.#revise(key);
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
