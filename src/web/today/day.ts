import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Agenda, agendaOf, countUntilToday } from '../../domain/agenda.ts';
import { type AgendaItem, SECTIONS, type Section } from '../../domain/agenda-item.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import type { Unplanned } from '../../domain/unplanned.ts';
import { agendaInput } from '../agenda-input.ts';
import type { Deed } from '../deeds/history.ts';
import type { Touchbase } from '../touchbase.ts';
import { say } from '../words/say-today.ts';
import type { When } from './doings.ts';
import { type Act, type Thing, thingOf } from './things.ts';

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

type Doings = typeof import('./doings.ts');

/** The day of a person: what is to be done, where they are in it, and what they do with it. */
export class Day {
  readonly agenda: ReadonlySignal<Agenda>;
  /** How many things are left for today. */
  readonly left: ReadonlySignal<number>;
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
  /** What was done here and may leave no task behind: the day, by the key. It counts while it is not back. */
  readonly done = signal<ReadonlyMap<string, CalendarDate>>(new Map());
  readonly #touchbase: Touchbase;
  /** What is planned is seen before this is loaded. */
  readonly #unplanned = signal<{ readonly find: Unplanned } | null>(null);
  #doings: Doings | null = null;
  readonly #chosen = signal<string | null>(null);
  readonly #limits = signal<ReadonlyMap<Section, number>>(new Map());

  constructor(touchbase: Touchbase) {
    this.#touchbase = touchbase;
    const { replica, today } = touchbase;
    this.agenda = computed(() => agendaOf(agendaInput(replica, today.value), this.#unplanned.value?.find ?? null));
    void import('../../domain/unplanned.ts').then(({ unplannedIn: find }) => {
      this.#unplanned.value = { find };
    });
    this.left = computed(() => countUntilToday(this.agenda.value));
    this.parts = computed(() => this.#partsOf(this.agenda.value.items));
    this.active = computed(() => {
      const keys = this.#keys();
      return keys.find((key) => key === this.#chosen.value) ?? keys[0] ?? null;
    });
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

  /** Does what needs nothing more; what is to be written is written in the place of the thing. */
  doAct(thing: Thing, act: Act): void {
    if (act === 'call' || act === 'mail') this.writing.value = { key: thing.item.key, what: act };
    else if (act !== 'snooze') {
      this.#withDoings((doings) => {
        const run = { done: doings.finish, accept: doings.accept, dismiss: doings.dismiss }[act];
        const deed = this.goingOn(thing.item.key, () => run(thing, this.when()));
        if (deed && act === 'done') this.afterFinished(thing);
      });
    }
  }

  /** Counts what was done, and offers a next follow-up after one. */
  afterFinished(thing: Thing): void {
    const { key, what } = thing.item;
    if (what !== 'task') this.done.value = new Map(this.done.peek()).set(key, this.#touchbase.today.peek());
    const isFollowUp = what === 'follow_up' || ('also' in thing.item && thing.item.also.includes('follow_up'));
    this.offered.value = isFollowUp ? thing : null;
  }

  putOff(thing: Thing, until: CalendarDate): void {
    this.#withDoings(({ putOff }) => this.goingOn(thing.item.key, () => putOff(thing, until, this.when())));
  }

  /** Plans the next follow-up with whom one was done. */
  planNext(thing: Thing, until: CalendarDate): void {
    this.#withDoings(({ planNext }) => {
      this.offered.value = null;
      planNext(thing, until, this.when());
      this.focus(this.active.peek());
    });
  }

  /** How things are done loads after the day is there: at once where it did. */
  #withDoings(run: (doings: Doings) => unknown): void {
    if (this.#doings) run(this.#doings);
    else this.prepare().then(run, () => this.#touchbase.toasts.show({ text: say.app.notReached }));
  }

  /** Loads how things are done. */
  async prepare(): Promise<Doings> {
    this.#doings = await import('./doings.ts');
    return this.#doings;
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
    this.#touchbase.toasts.say(say.today.left(this.left.peek()));
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
}

const days = new WeakMap<Touchbase, Day>();

/** The day of a person: the same each time they come back to it, with what they began to write. */
export function dayOf(touchbase: Touchbase): Day {
  const known = days.get(touchbase) ?? new Day(touchbase);
  days.set(touchbase, known);
  return known;
}
