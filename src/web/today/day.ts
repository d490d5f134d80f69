import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Agenda, agendaOf, countUntilToday } from '../../domain/agenda.ts';
import { type AgendaItem, SECTIONS, type Section } from '../../domain/agenda-item.ts';
import { contact } from '../../domain/contact.ts';
import { type CalendarDate, localDate, splitDateTime } from '../../domain/dates.ts';
import { interaction } from '../../domain/interaction.ts';
import { task } from '../../domain/task.ts';
import { edition } from '../deeds/edits.ts';
import type { Deed } from '../deeds/history.ts';
import { instantOf } from '../instant.ts';
import type { Touchbase } from '../touchbase.ts';
import { dateWords } from '../words/moment.ts';
import { say } from '../words/say-today.ts';
import { accept, dismiss, finish, putOff, type When } from './doings.ts';
import { agendaInput } from './records.ts';
import { nameOf, type Thing, thingOf } from './things.ts';

/** So many of a section are seen at first, and at most so many more at once: a browser draws them in no time. */
const FEW = 20;
const MANY = 200;

/** A section with what is seen of it. */
export interface Part {
  readonly section: Section;
  readonly count: number;
  readonly things: readonly Thing[];
  /** How many more are seen when they are asked for; 0 where all are. */
  readonly more: number;
}

/** What is written in the place of a thing. */
export interface Writing {
  readonly key: string;
  readonly what: 'call' | 'mail' | 'task';
}

/** The day of a person: what is to be done, where they are in it, and what they do with it. */
export class Day {
  readonly agenda: ReadonlySignal<Agenda>;
  readonly parts: ReadonlySignal<readonly Part[]>;
  /** The key of the thing that has the focus, or gets it first. */
  readonly active: ReadonlySignal<string | null>;
  /** What is to have the focus once it is drawn; empty for the title. */
  readonly wish = signal<string | null>(null);
  readonly writing = signal<Writing | null>(null);
  readonly isAdding = signal(false);
  /** Texts that are not sent off yet, by what they are for. */
  readonly texts = new Map<string, string>();
  /** Whose follow-up was done just now, and has no next one yet. */
  readonly offered = signal<Thing | null>(null);
  /** How many things were done today. */
  readonly finished: ReadonlySignal<number>;
  /** How many conversations were logged for today. */
  readonly talked: ReadonlySignal<number>;
  readonly #touchbase: Touchbase;
  readonly #chosen = signal<string | null>(null);
  readonly #limits = signal<ReadonlyMap<Section, number>>(new Map());
  /** What was done here and leaves no task behind: the day, by the key. It counts while it is not back. */
  readonly #done = signal<ReadonlyMap<string, CalendarDate>>(new Map());

  constructor(touchbase: Touchbase) {
    this.#touchbase = touchbase;
    const { replica, today } = touchbase;
    this.agenda = computed(() => agendaOf(agendaInput(replica, today.value)));
    this.parts = computed(() => this.#partsOf(this.agenda.value.items));
    this.active = computed(() => {
      const keys = this.#keys();
      return keys.find((key) => key === this.#chosen.value) ?? keys[0] ?? null;
    });
    this.finished = computed(() => this.#countFinished());
    this.talked = computed(() => this.#countTalked());
  }

  /** Gives the focus to a thing, or a step from the one that has it. */
  focus(key: string | null): void {
    this.#chosen.value = key;
    this.wish.value = key ?? '';
  }

  choose(key: string): void {
    this.#chosen.value = key;
  }

  move(key: string, where: -1 | 1 | 'first' | 'last'): void {
    const keys = this.#keys();
    const at = keys.indexOf(key);
    const to = where === 'first' ? 0 : where === 'last' ? keys.length - 1 : at + where;
    const next = keys[Math.max(0, Math.min(keys.length - 1, to))];
    if (next !== undefined) this.focus(next);
  }

  showMore(section: Section): void {
    const limit = this.#limitOf(section);
    const first = this.parts.peek().find((part) => part.section === section)?.things.length ?? 0;
    this.#limits.value = new Map(this.#limits.peek()).set(section, limit + MANY);
    const next = this.parts.peek().find((part) => part.section === section)?.things[first];
    if (next) this.focus(next.item.key);
  }

  finish(thing: Thing): void {
    const deed = this.#act(thing, (when) => finish(thing, when));
    if (deed) this.afterFinished(thing);
  }

  /** Counts what was done, and offers a next follow-up after one. */
  afterFinished(thing: Thing): void {
    const { key, what } = thing.item;
    if (what !== 'task') this.#done.value = new Map(this.#done.peek()).set(key, this.#touchbase.today.peek());
    const isFollowUp = what === 'follow_up' || (what === 'task' && thing.item.also.includes('follow_up'));
    this.offered.value = isFollowUp ? thing : null;
  }

  putOff(thing: Thing, until: CalendarDate): void {
    this.#act(thing, (when) => putOff(thing, until, when));
  }

  accept(thing: Thing): void {
    this.#act(thing, (when) => accept(thing, when));
  }

  dismiss(thing: Thing): void {
    this.#act(thing, (when) => dismiss(thing, when));
  }

  /** Plans the next follow-up with whom one was done. */
  planNext(thing: Thing, until: CalendarDate): void {
    this.offered.value = null;
    const ref = { type: contact.type, id: thing.item.contact_id ?? '' };
    const words = say.today.did.planned(nameOf(thing), dateWords(until));
    this.#touchbase.deeds.do(words, [edition(ref, { next_follow_up: until })]);
    this.#touchbase.toasts.say(say.today.left(countUntilToday(this.agenda.peek())));
  }

  /** Does something with a thing; then the next has the focus, and what is left is told. */
  #act(thing: Thing, run: (when: When) => Deed | null): Deed | null {
    return this.goingOn(thing.item.key, () => run(this.when()));
  }

  /**
   * Does something that may take a thing away; then the next has the focus, and what is left is told.
   *
   * @param stays whether it keeps the focus where it is still there
   */
  goingOn(key: string, run: () => Deed | null, stays = false): Deed | null {
    const before = this.#keys();
    const at = before.indexOf(key);
    const deed = run();
    if (!deed) return null;
    this.writing.value = null;
    this.offered.value = null;
    const left = new Set(this.#keys());
    const others = [...before.slice(at + 1), ...before.slice(0, at).reverse(), key];
    this.focus([...(stays ? [key] : []), ...others].find((other) => left.has(other)) ?? null);
    this.#touchbase.toasts.say(say.today.left(countUntilToday(this.agenda.peek())));
    return deed;
  }

  when(): When {
    const { deeds, today } = this.#touchbase;
    return { deeds, now: new Date(), today: today.peek() };
  }

  #keys(): readonly string[] {
    return this.parts.value.flatMap(({ things }) => things.map(({ item }) => item.key));
  }

  #limitOf(section: Section): number {
    return this.#limits.value.get(section) ?? FEW;
  }

  #partsOf(items: readonly AgendaItem[]): readonly Part[] {
    const bySection = Map.groupBy(items, ({ section }) => section);
    return SECTIONS.flatMap((section) => {
      const all = bySection.get(section) ?? [];
      const shown = all.slice(0, this.#limitOf(section));
      const more = Math.min(MANY, all.length - shown.length);
      const things = shown.map((item) => thingOf(this.#touchbase.replica, item));
      return all.length === 0 ? [] : [{ section, count: all.length, things, more }];
    });
  }

  /** What was let go is a task that was done no later than it was made. */
  #countFinished(): number {
    const { replica, today } = this.#touchbase;
    const tasks = replica.collection(task.type);
    tasks.revision.value;
    const done = tasks.all().filter(({ done_at, created_at }) => {
      return typeof done_at === 'string' && done_at > created_at && isOn(done_at, today.value);
    });
    const standing = new Set(this.agenda.value.items.map(({ key }) => key));
    const others = [...this.#done.value].filter(([key, day]) => day === today.value && !standing.has(key));
    return [...done].length + others.length;
  }

  #countTalked(): number {
    const { replica, today } = this.#touchbase;
    const interactions = replica.collection(interaction.type);
    interactions.revision.value;
    const said = interactions.all().filter(({ occurred_at, kind }) => {
      return typeof occurred_at === 'string' && kind !== 'note' && isOn(occurred_at, today.value);
    });
    return [...said].length;
  }
}

/** Whether a moment is on a day of the person's calendar. */
function isOn(text: string, day: CalendarDate): boolean {
  const { date, offset } = splitDateTime(text);
  return (offset === '' ? date : localDate(new Date(instantOf(text)))) === day;
}

const days = new WeakMap<Touchbase, Day>();

/** The day of a person: the same each time they come back to it, with what they began to write. */
export function dayOf(touchbase: Touchbase): Day {
  const known = days.get(touchbase) ?? new Day(touchbase);
  days.set(touchbase, known);
  return known;
}
