import { v7 } from 'uuid';
import type { Operation } from '../../domain/changes.ts';
import type { Noun } from '../../domain/noun.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { Replica } from '../sync/replica.ts';
import type { Refused } from '../sync/wire.ts';
import { toText } from '../ui/field-text.ts';
import type { Toasts } from '../ui/toasts.ts';
import { say } from '../words/say.ts';
import type { Drafts } from './panel/drafts.ts';

type Values = Readonly<Record<string, unknown>>;

export interface ActionParts {
  readonly noun: Noun;
  readonly replica: Replica;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly toasts: Toasts;
  readonly open: (id: string) => void;
}

/** What a person can do with contacts: each is seen at once and sent later. */
export class Actions {
  readonly #parts: ActionParts;

  constructor(parts: ActionParts) {
    this.#parts = parts;
  }

  create(values: Values, id: string = v7()): string {
    const isDone = this.#change(id, { op: 'create', record: values });
    const show = { label: say.contacts.openNew, run: () => this.#parts.open(id) };
    if (isDone) this.#parts.toasts.show({ text: say.contacts.added(this.#titleOf(id)), action: show });
    return id;
  }

  /** Changes the fields given and no other. */
  edit(id: string, values: Values): void {
    const isDone = this.#change(id, { op: 'edit', record: values });
    if (isDone) this.#parts.toasts.say(say.contacts.saved(this.#titleOf(id)));
  }

  remove(id: string): void {
    const text = say.contacts.deleted(this.#titleOf(id));
    const undo = { label: say.contacts.undo, run: () => this.restore(id) };
    if (this.#change(id, { op: 'remove' })) this.#parts.toasts.show({ text, action: undo });
  }

  restore(id: string): void {
    const isDone = this.#change(id, { op: 'restore' });
    if (isDone) this.#parts.toasts.say(say.contacts.restored(this.#titleOf(id)));
  }

  /** A change that was refused comes back: its text as a draft, its reason in a message that stays. */
  takeBack(id: string, { record }: Operation, { detail, errors }: Refused): void {
    const { drafts, toasts, open, noun } = this.#parts;
    const texts = Object.fromEntries(Object.entries(record ?? {}).map(([name, value]) => [name, toText(value)]));
    drafts.add(id, { texts, refused: { detail, errors } });
    toasts.show({
      text: say.sync.refused(texts[noun.titleField] ?? this.#titleOf(id), detail),
      action: { label: say.sync.review, run: () => open(id) },
      stays: true,
    });
  }

  /** Keeps a text that could not be saved where it was typed. */
  setAside(id: string, name: string, text: string): void {
    const { drafts, toasts, open } = this.#parts;
    drafts.add(id, { texts: { [name]: text } });
    toasts.show({
      text: say.contacts.setAside(text, this.#titleOf(id)),
      action: { label: say.sync.review, run: () => open(id) },
    });
  }

  #change(id: string, operation: Operation): boolean {
    const { replica, outbox, noun } = this.#parts;
    const outcome = replica.change({ type: noun.type, id }, operation);
    if ('problem' in outcome) this.takeBack(id, operation, { errors: [], ...outcome.problem, record: undefined });
    else void outbox.send();
    return 'record' in outcome;
  }

  #titleOf(id: string): string {
    const { replica, noun } = this.#parts;
    return toText(replica.record({ type: noun.type, id })?.[noun.titleField]);
  }
}
