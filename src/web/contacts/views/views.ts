import { computed, type ReadonlySignal } from '@preact/signals';
import { v7 } from 'uuid';
import type { Operation } from '../../../domain/changes.ts';
import { type AnyRecord, idOf, type Noun } from '../../../domain/noun.ts';
import { fold } from '../../../domain/search.ts';
import { toText } from '../../../domain/typed-text.ts';
import { view } from '../../../domain/view.ts';
import { formatRoute, isPlain, type ListAddress, parseRoute } from '../../route.ts';
import type { Outbox } from '../../sync/outbox.ts';
import type { Replica } from '../../sync/replica.ts';
import type { Toasts } from '../../ui/toasts.ts';
import { say } from '../../words/say.ts';

/** A list that has a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** The address of the list, as the app writes it today. */
  readonly href: string;
}

export interface ViewsParts {
  /** What the lists are of. */
  readonly noun: Noun;
  readonly replica: Replica;
  readonly outbox: Pick<Outbox, 'send'>;
  readonly toasts: Toasts;
  readonly address: ReadonlySignal<ListAddress>;
}

/** The lists that a person named. */
export class Views {
  /** By name. */
  readonly all: ReadonlySignal<readonly SavedView[]>;
  /** The one whose list is shown. */
  readonly current: ReadonlySignal<SavedView | null>;
  /** Whether nothing is asked for: there is nothing to save. */
  readonly isPlain: ReadonlySignal<boolean>;
  readonly #asked: ReadonlySignal<string>;
  readonly #parts: ViewsParts;

  constructor(parts: ViewsParts) {
    this.#parts = parts;
    const { noun, replica, address } = parts;
    const collection = replica.collection(view.type);
    const href = computed(() => formatRoute(noun, { list: address.value, open: null }));
    this.isPlain = computed(() => isPlain(noun, address.value));
    this.#asked = computed(() => href.value.split('?')[1] ?? '');
    this.all = computed(() => {
      collection.revision.value;
      return [...collection.all()].map((record) => savedView(noun, record)).sort(byName);
    });
    this.current = computed(() => this.all.value.find((one) => one.href === href.value) ?? null);
  }

  /** The view of this name; case and accents do not make two of one. */
  named(name: string): SavedView | null {
    return this.all.peek().find((one) => fold(one.name) === fold(name.trim())) ?? null;
  }

  /** Names the list that is shown; where there is a view of this name, it is that list from now on. */
  save(name: string): void {
    const existing = this.named(name);
    const record = { name: name.trim(), address: this.#asked.peek() };
    const isDone = existing
      ? this.#change(existing.id, { op: 'edit', record })
      : this.#change(v7(), { op: 'create', record });
    if (isDone) this.#parts.toasts.say(say.views.saved(record.name));
  }

  rename(id: string, name: string): void {
    const isDone = this.#change(id, { op: 'edit', record: { name: name.trim() } });
    if (isDone) this.#parts.toasts.say(say.views.saved(name.trim()));
  }

  /** Deletes it; the message that says so can bring it back. */
  remove({ id, name }: SavedView): void {
    if (!this.#change(id, { op: 'remove' })) return;
    const run = () => void this.#change(id, { op: 'restore' });
    this.#parts.toasts.show({ text: say.contacts.deleted(name), action: { label: say.contacts.undo, run } });
  }

  #change(id: string, operation: Operation): boolean {
    const { replica, outbox, toasts } = this.#parts;
    const outcome = replica.change({ type: view.type, id }, operation);
    if ('problem' in outcome) toasts.show({ text: say.views.notSaved(outcome.problem.detail) });
    else void outbox.send();
    return 'record' in outcome;
  }
}

/** An address that was written by another version, or by hand, leads where this one would write it. */
function savedView(noun: Noun, record: AnyRecord): SavedView {
  const written = { pathname: `/${noun.type}`, search: `?${toText(record.address)}` };
  return {
    id: idOf(view, record),
    name: toText(record.name),
    href: formatRoute(noun, { ...parseRoute(noun, written), open: null }),
  };
}

function byName(a: SavedView, b: SavedView): number {
  return a.name.localeCompare(b.name, undefined, { numeric: true }) || (a.id < b.id ? -1 : 1);
}
