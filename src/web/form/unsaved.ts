import { v7 } from 'uuid';
import type { Noun } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import type { Open } from '../route.ts';
import type { Replica } from '../sync/replica.ts';
import type { Toasts } from '../ui/toasts.ts';
import { say } from '../words/say.ts';
import { type Draft, type Drafts, NEW } from './drafts.ts';

export interface UnsavedParts {
  readonly noun: Noun;
  readonly replica: Replica;
  readonly drafts: Drafts;
  readonly toasts: Toasts;
  /** What the record is called with which a draft is kept, where that is one of another noun. */
  readonly keeperOf?: (key: string) => string;
  readonly open: (open: Exclude<Open, null>) => void;
}

/** What becomes of typing that was not saved: it is never lost, and its person is told where it is. */
export class Unsaved {
  readonly #parts: UnsavedParts;

  constructor(parts: UnsavedParts) {
    this.#parts = parts;
  }

  /** Says what waits, once its form has closed; what the server refused has a message of its own. */
  leave(key: string): void {
    const { drafts, toasts, noun, replica, keeperOf } = this.#parts;
    const draft = drafts.get(key);
    const record = replica.record({ type: noun.type, id: key });
    if (!draft || draft.refused || record?.deleted_at) return;
    const title = keeperOf?.(key) || (draft.texts[noun.titleField] ?? toText(record?.[noun.titleField]));
    toasts.show({ text: say.unsaved.kept(title), action: { label: say.sync.review, run: () => this.#review(key) } });
  }

  /** Throws a draft away, and gives it back where that was a mistake. */
  discard(key: string): void {
    const { drafts, toasts } = this.#parts;
    const draft = drafts.get(key);
    drafts.discard(key);
    if (!draft) return;
    const putBack = () => {
      drafts.giveBack(key, draft);
      this.#review(key);
    };
    toasts.show({ text: say.unsaved.discarded, action: { label: say.contacts.undo, run: putBack } });
  }

  /** Opens the form of a new record with this title. A draft of another one gets a place of its own. */
  startNew(title: string): void {
    const { drafts, noun, open } = this.#parts;
    const draft = drafts.get(NEW);
    if (draft?.texts[noun.titleField] !== title) {
      if (draft) this.#moveAside(draft);
      drafts.begin(NEW, { [noun.titleField]: title });
    }
    open(NEW);
  }

  #moveAside(draft: Draft): void {
    const { drafts, toasts, noun } = this.#parts;
    const id = v7();
    drafts.keep(id, draft);
    const title = draft.texts[noun.titleField] ?? '';
    const review = { label: say.sync.review, run: () => this.#review(id) };
    toasts.show({ text: say.unsaved.kept(title), action: review, stays: true });
  }

  #review(key: string): void {
    this.#parts.open(key === NEW ? NEW : { id: key });
  }
}
