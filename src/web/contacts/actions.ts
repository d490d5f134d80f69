import { v7 } from 'uuid';
import type { Operation } from '../../domain/changes.ts';
import type { AnyRecord, Noun } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import type { Step } from '../../domain/way-back.ts';
import type { Deeds } from '../deeds/deeds.ts';
import type { Deed } from '../deeds/history.ts';
import type { Drafts } from '../form/drafts.ts';
import type { Replica } from '../sync/replica.ts';
import type { Toast, Toasts } from '../ui/toasts.ts';
import { say } from '../words/say.ts';

type Values = Readonly<Record<string, unknown>>;

export interface ActionParts {
  readonly noun: Noun;
  readonly replica: Replica;
  readonly deeds: Deeds;
  readonly drafts: Drafts;
  readonly toasts: Toasts;
  readonly open: (id: string) => void;
  /** Gives a contact in the list the focus. */
  readonly show: (id: string) => void;
}

/** Values to write, the same for all or one's own for each record. */
type ValuesFor = Values | ((record: AnyRecord) => Values);

/** Deletions that are told, and can be undone, as one. */
interface Removal {
  readonly deeds: readonly Deed[];
  readonly toast: Toast;
}

/** What a person can do with contacts: each is seen at once, sent later, and can be undone. */
export class Actions {
  readonly #parts: ActionParts;
  #removal: Removal | null = null;

  constructor(parts: ActionParts) {
    this.#parts = parts;
    parts.deeds.onUndone = (deed) => {
      if (this.#removal?.deeds.includes(deed)) parts.toasts.dismiss(this.#removal.toast);
    };
  }

  create(values: Values, id: string = v7()): string {
    const steps = this.#change([id], () => ({ op: 'create', record: values }));
    if (steps.length === 0) return id;
    const text = say.contacts.added(this.#titleOf(id));
    this.#parts.deeds.keep(text, steps);
    this.#parts.toasts.show({ text, action: { label: say.contacts.openNew, run: () => this.#parts.open(id) } });
    return id;
  }

  /** Changes the fields given and no other. */
  edit(id: string, values: Values): void {
    this.editAll([id], values);
  }

  /** Changes the fields given of each: one deed, one message, one Undo. */
  editAll(ids: readonly string[], values: ValuesFor): void {
    const { noun, replica } = this.#parts;
    const steps = this.#change(ids, (id) => {
      const record = replica.collection(noun.type).get(id);
      return record && { op: 'edit', record: typeof values === 'function' ? values(record) : values };
    });
    const [first] = steps;
    if (!first) return;
    const { history } = noun;
    const names = Object.keys(first.after.values).filter((name) => name !== history?.field);
    const labels = names.map((name) => this.#labelOf(name));
    const { saved, editedMany } = say.contacts;
    if (ids.length === 1) this.#parts.deeds.tell(saved(this.#titleOf(first.ref.id)), steps, true);
    else this.#parts.deeds.tell(editedMany(labels, steps.length), steps);
  }

  /** Empties a field; a required one stays, and a message says why. */
  clear(id: string, name: string): void {
    const { noun, replica, toasts } = this.#parts;
    const field = noun.fields[name];
    if (!field || toText(replica.record({ type: noun.type, id })?.[name]) === '') return;
    if (field.required) toasts.show({ text: say.contacts.cannotClear(this.#labelOf(name)) });
    const emptied: Operation = { op: 'edit', record: { [name]: field.empty } };
    const steps = field.required ? [] : this.#change([id], () => emptied);
    if (steps.length > 0) this.#parts.deeds.tell(say.contacts.cleared(this.#labelOf(name), this.#titleOf(id)), steps);
  }

  remove(id: string): void {
    this.removeAll([id]);
  }

  /** Deletes each: one deed, one message, one Undo. */
  removeAll(ids: readonly string[]): void {
    const [first, ...others] = ids;
    if (first === undefined) return;
    const { deleted, deletedMany } = say.contacts;
    const label = others.length === 0 ? deleted(this.#titleOf(first)) : deletedMany(ids.length);
    const steps = this.#change(ids, () => ({ op: 'remove' }));
    if (steps.length > 0) this.#tellRemoved(label, steps);
  }

  restore(...ids: readonly string[]): void {
    const steps = this.#change(ids, () => ({ op: 'restore' }));
    if (steps.length > 0) this.#parts.deeds.tell(this.#backAgain(steps), steps);
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
  #tellRemoved(label: string, steps: readonly Step[]): void {
    const { deeds: all, toasts } = this.#parts;
    const deed = all.keep(label, steps);
    const before = this.#removal && toasts.all.peek().includes(this.#removal.toast) ? this.#removal : null;
    const deeds = [...(before?.deeds ?? []), deed];
    const count = deeds.reduce((sum, { steps }) => sum + steps.length, 0);
    const text = before ? say.contacts.deletedMany(count) : deed.label;
    const toast = { text, action: { label: say.contacts.undo, run: () => this.#bringBack(deeds) } };
    toasts.show(toast, before?.toast);
    this.#removal = { deeds, toast };
  }

  /** Undoes deletions; the last of them has the focus again. */
  #bringBack(removed: readonly Deed[]): void {
    const { deeds, toasts, show } = this.#parts;
    const steps = deeds.undoAll(removed);
    if (steps.length > 0) toasts.say(this.#backAgain(steps));
    const last = removed.flatMap((deed) => deed.steps).at(-1);
    if (last) show(last.ref.id);
  }

  /** Makes a change to each of these; what was made, without those that changed nothing. */
  #change(ids: readonly string[], operationFor: (id: string) => Operation | undefined): readonly Step[] {
    const { type } = this.#parts.noun;
    const changes = ids.flatMap((id) => {
      const operation = operationFor(id);
      return operation ? [{ ref: { type, id }, operation }] : [];
    });
    return this.#parts.deeds.make(changes);
  }

  #backAgain(steps: readonly Step[]): string {
    const [first, ...others] = steps;
    const { restored, restoredMany } = say.contacts;
    return first && others.length === 0 ? restored(this.#titleOf(first.ref.id)) : restoredMany(steps.length);
  }

  #labelOf(name: string): string {
    const field = this.#parts.noun.fields[name];
    return field ? say.schema.label(name, field) : name;
  }

  #titleOf(id: string): string {
    const { replica, noun } = this.#parts;
    return toText(replica.record({ type: noun.type, id })?.[noun.titleField]);
  }
}
