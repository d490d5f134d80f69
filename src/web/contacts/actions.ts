import { v7 } from 'uuid';
import type { Operation } from '../../domain/changes.ts';
import type { Noun } from '../../domain/noun.ts';
import { isOf, type Pending } from '../sync/change.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { Replica } from '../sync/replica.ts';
import type { Refused } from '../sync/wire.ts';
import { toText } from '../ui/field-text.ts';
import type { Toast, Toasts } from '../ui/toasts.ts';
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
  /** Gives a contact in the list the focus. */
  readonly show: (id: string) => void;
}

/** Deletions that are told, and can be undone, as one. */
interface Removal {
  readonly ids: readonly string[];
  readonly toast: Toast;
}

/** What a person can do with contacts: each is seen at once and sent later. */
export class Actions {
  readonly #parts: ActionParts;
  #removal: Removal | null = null;

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

  /** Empties a field; a required one stays, and a message says why. */
  clear(id: string, name: string): void {
    const { noun, replica, toasts } = this.#parts;
    const field = noun.fields[name];
    const value = replica.record({ type: noun.type, id })?.[name];
    if (!field || toText(value) === '') return;
    const label = say.schema.label(name, field);
    const undo = { label: say.contacts.undo, run: () => this.edit(id, { [name]: value }) };
    if (field.required) toasts.show({ text: say.contacts.cannotClear(label) });
    else if (this.#change(id, { op: 'edit', record: { [name]: field.empty } })) {
      toasts.show({ text: say.contacts.cleared(label, this.#titleOf(id)), action: undo });
    }
  }

  remove(id: string): void {
    const title = this.#titleOf(id);
    if (this.#change(id, { op: 'remove' })) this.#tellRemoved(id, title);
  }

  restore(...ids: readonly string[]): void {
    const [first, ...others] = ids.filter((id) => this.#change(id, { op: 'restore' }));
    if (first === undefined) return;
    const { restored, restoredMany } = say.contacts;
    this.#parts.toasts.say(others.length === 0 ? restored(this.#titleOf(first)) : restoredMany(others.length + 1));
  }

  /** Says in a message that stays that the server did not make some changes: they wait where they are reviewed. */
  tellRefused(changes: readonly Pending[]): void {
    for (const [id, [change]] of Map.groupBy(changes, ({ id }) => id)) {
      if (change?.refused) this.#tellNotSaved(id, change.operation.record, change.refused.detail);
    }
  }

  /** What was refused of a record comes back as its draft, so that its form shows it. */
  takeBack(id: string): void {
    const { replica, noun } = this.#parts;
    const refused = replica.refused.peek().filter((change) => isOf(change, { type: noun.type, id }));
    if (refused.length === 0) return;
    for (const { operation, refused: why } of refused) if (why) this.#giveBack(id, operation.record, why);
    void replica.commit({ settled: refused });
  }

  #giveBack(id: string, record: Values | undefined, { detail, errors }: Refused): void {
    const texts = Object.fromEntries(Object.entries(record ?? {}).map(([name, value]) => [name, toText(value)]));
    const over = this.#standing(id, Object.keys(texts));
    this.#parts.drafts.giveBack(id, { texts, over, refused: { detail, errors } });
  }

  #tellNotSaved(id: string, record: Values | undefined, reason: string): void {
    const { toasts, open, noun } = this.#parts;
    toasts.show({
      text: say.sync.refused(toText(record?.[noun.titleField]) || this.#titleOf(id), reason),
      action: { label: say.sync.review, run: () => open(id) },
      stays: true,
    });
  }

  /** Keeps a text that could not be saved where it was typed, over the text that stood there. */
  setAside(id: string, name: string, text: string, over: string): void {
    const { drafts, toasts, open } = this.#parts;
    drafts.setAside(id, { texts: { [name]: text }, over: { [name]: over } });
    toasts.show({
      text: say.contacts.setAside(text, this.#titleOf(id)),
      action: { label: say.sync.review, run: () => open(id) },
    });
  }

  /** A message that is still there goes on counting, so that one Undo brings all of them back. */
  #tellRemoved(id: string, title: string): void {
    const { toasts, show } = this.#parts;
    const before = this.#removal && toasts.all.peek().includes(this.#removal.toast) ? this.#removal : null;
    const ids = [...(before?.ids ?? []), id];
    const undo = () => {
      this.restore(...ids);
      show(id);
    };
    const text = before ? say.contacts.deletedMany(ids.length) : say.contacts.deleted(title);
    const toast = { text, action: { label: say.contacts.undo, run: undo } };
    toasts.show(toast, before?.toast);
    this.#removal = { ids, toast };
  }

  #change(id: string, operation: Operation): boolean {
    const { replica, outbox, noun } = this.#parts;
    const outcome = replica.change({ type: noun.type, id }, operation);
    if ('problem' in outcome) {
      this.#giveBack(id, operation.record, { errors: [], ...outcome.problem, record: undefined });
      this.#tellNotSaved(id, operation.record, outcome.problem.detail);
    } else void outbox.send();
    return 'record' in outcome;
  }

  /** The texts of these fields as they are now. */
  #standing(id: string, names: readonly string[]): Readonly<Record<string, string>> {
    const { replica, noun } = this.#parts;
    const record = replica.record({ type: noun.type, id });
    return Object.fromEntries(names.map((name) => [name, toText(record?.[name])]));
  }

  #titleOf(id: string): string {
    const { replica, noun } = this.#parts;
    return toText(replica.record({ type: noun.type, id })?.[noun.titleField]);
  }
}
