import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { application } from '../../domain/application.ts';
import { daysBetween } from '../../domain/dates.ts';
import { isEqual } from '../../domain/json.ts';
import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { isWordless, words } from '../../domain/search.ts';
import { SETTINGS_ID, settings } from '../../domain/settings.ts';
import { type NamedStage, stageOf, stagesFor } from '../../domain/stage-names.ts';
import { STAGES, type Stage } from '../../domain/stages.ts';
import { sinceOf } from '../../domain/staleness.ts';
import type { Sort } from '../sync/orders.ts';
import type { Touchbase } from '../touchbase.ts';
import { type Asked, IN_STAGE, readAsked, writeAsked } from './asked.ts';
import { type BoardColumn, columnsOf } from './board-columns.ts';

/** So many cards of a column are shown at first, and so many more each time. */
const SOME = 40;

/** What is due first comes first. */
const USUAL: Sort = { field: 'next_action_on', descending: false };

type Parts = Pick<Touchbase, 'replica' | 'router' | 'today'>;

/** The applications that the address asks for, always as they are now, and which of them a person is at. */
export class Pipeline {
  readonly asked: ReadonlySignal<Asked>;
  /** All stages as this person calls and orders them. */
  readonly stages: ReadonlySignal<readonly NamedStage[]>;
  readonly sort: ReadonlySignal<Sort>;
  /** What is shown, in order. */
  readonly shown: ReadonlySignal<readonly AnyRecord[]>;
  readonly columns: ReadonlySignal<readonly BoardColumn[]>;
  /** The words that are searched for, to be marked. */
  readonly words: ReadonlySignal<readonly string[]>;
  /** The id of the application that a person is at. */
  readonly active = signal<string | null>(null);
  /** The id of the application that was added just now, until the person is at another one. */
  readonly added = signal<string | null>(null);
  /** A new one each time that it is to get the focus. */
  readonly wish = signal<object | null>(null);
  readonly #limits = signal<Readonly<Partial<Record<Stage, number>>>>({});
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { replica, router } = parts;
    let last = readAsked({});
    this.asked = computed(() => {
      const now = readAsked(router.route.value.elsewhere?.asked ?? {});
      last = isEqual(now, last) ? last : now;
      return last;
    });
    this.stages = computed(() => {
      replica.collection(settings.type).revision.value;
      return stagesFor(replica.record({ type: settings.type, id: SETTINGS_ID }));
    });
    this.sort = computed(() => (this.asked.value.isTable && this.asked.value.sort) || USUAL);
    this.words = computed(() => words(this.asked.value.query));
    this.shown = computed(() => this.#list());
    this.columns = computed(() => columnsOf(this.shown.value, this.stages.value));
  }

  /** Asks for something else than what is shown. */
  ask(asked: Partial<Asked>, isTypedOn = false): void {
    this.#parts.router.askHere(writeAsked({ ...this.asked.peek(), ...asked }), isTypedOn);
  }

  /** What a stage is called here. */
  nameOf(stage: Stage): string {
    return this.stages.value.find((one) => one.stage === stage)?.name ?? STAGES[stage];
  }

  /** Gives an application, or the one that a person was at, the focus where it is shown. */
  focus(id?: string): void {
    if (id !== undefined) this.active.value = id;
    this.wish.value = {};
  }

  /** The person is at an application. */
  comeTo(id: string): void {
    this.active.value = id;
    if (this.added.peek() !== id) this.added.value = null;
  }

  /** Whether an application can be seen among what the address asks for. */
  isSeen(id: string): boolean {
    const column = this.columns.value.find(({ records }) => records.some((one) => idOf(application, one) === id));
    return column !== undefined && !this.isFolded(column);
  }

  isFolded({ stage }: NamedStage): boolean {
    return stage === 'closed' && !this.asked.value.showsClosed && !this.asked.value.isTable;
  }

  /** How many cards of a column are drawn: the active one is always among them. */
  reach(column: BoardColumn): number {
    if (this.isFolded(column)) return 0;
    const { stage, records } = column;
    const at = records.findIndex((record) => idOf(application, record) === this.active.value);
    const least = at < 0 ? SOME : Math.ceil((at + 1) / SOME) * SOME;
    return Math.min(records.length, Math.max(least, this.#limits.value[stage] ?? SOME));
  }

  /** Shows more of a column, and gives the first of them the focus. */
  showMore(column: BoardColumn): void {
    const reach = this.reach(column);
    const first = column.records[reach];
    this.#limits.value = { ...this.#limits.peek(), [column.stage]: reach + SOME };
    if (first) this.focus(idOf(application, first));
  }

  #list(): readonly AnyRecord[] {
    const collection = this.#parts.replica.collection(application.type);
    collection.revision.value;
    const { query, values } = this.asked.value;
    if (isWordless(query)) return [];
    const { field, descending } = this.sort.value;
    const isField = field !== IN_STAGE && field !== 'stage';
    const found = collection.list({ filter: { words: words(query), values }, sort: isField ? this.sort.value : USUAL });
    return isField ? found : byNumber(found, this.#orderOf(field), descending);
  }

  /** A stage comes where it comes on the board, not where its name comes in the alphabet. */
  #orderOf(field: string): (record: AnyRecord) => number {
    const today = this.#parts.today.value;
    if (field === IN_STAGE) return (record) => daysBetween(sinceOf(record), today);
    const places = new Map(this.stages.value.map(({ stage }, index) => [stage, index]));
    return (record) => places.get(stageOf(record)) ?? 0;
  }
}

function byNumber(records: readonly AnyRecord[], of: (record: AnyRecord) => number, descending: boolean) {
  const keyed = records.map((record) => ({ record, key: of(record) }));
  return keyed.sort((a, b) => (descending ? b.key - a.key : a.key - b.key)).map(({ record }) => record);
}
