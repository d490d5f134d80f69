import { type Signal, signal } from '@preact/signals';
import { v7 } from 'uuid';
import type { CalendarDate } from '../../domain/dates.ts';
import type { JsonObject } from '../../domain/json.ts';
import { type Choices, NO_CHOICES, type RowChoice } from '../../interop/import/choices.ts';
import { type Mapping, Refused } from '../../interop/import/format.ts';
import { idsBy, type Plan } from '../../interop/import/plan.ts';
import type { Source } from '../../interop/import/source.ts';
import type { Replica } from '../sync/replica.ts';
import type { Habits } from './habits.ts';
import type { PlannerHere } from './plan-here.ts';
import type { Read } from './read-sources.ts';

/** How far an import has come. */
export type Phase =
  | { readonly is: 'idle' }
  | { readonly is: 'reading'; readonly name: string; readonly share: number; readonly found: number }
  | { readonly is: 'refused'; readonly name: string; readonly why: string }
  | { readonly is: 'planning'; readonly name: string; readonly share: number; readonly found: number }
  | Planned
  | { readonly is: 'export'; readonly name: string; readonly records: ReadonlyMap<string, readonly JsonObject[]> }
  | { readonly is: 'applying'; readonly done: number; readonly all: number }
  | { readonly is: 'done'; readonly run: string; readonly plan: Plan }
  | { readonly is: 'cancelled' };

interface Planned {
  readonly is: 'planned';
  readonly read: Read;
  readonly planner: PlannerHere;
  readonly plan: Plan;
  readonly choices: Choices;
}

export interface SessionParts {
  readonly replica: Replica;
  readonly send: () => void;
  readonly habits: Habits;
  readonly today: () => CalendarDate;
}

/** So long the plan that is looked at stays while what was corrected is read anew. */
const SOON_MS = 400;

/** One import from the choice of the files to the report. Nothing is changed before the person says so. */
export class ImportSession {
  readonly phase: Signal<Phase> = signal({ is: 'idle' });
  readonly #parts: SessionParts;
  #sources: readonly Source[] = [];
  #ids = idsBy(() => v7());
  /** Another one for each thing that is under way: what belongs to an older one is passed over. */
  #work = 0;
  /** What the person said of the rows so far, planned or not yet. */
  #choices = NO_CHOICES;
  /** The plan by the latest choices, which may still be made; null where it was given up. */
  #latest: Promise<Planned | null> = Promise.resolve(null);
  /** What is read anew after a correction. */
  #corrected: Promise<void> = Promise.resolve();

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** Whether other files may come: nothing is under way, or waits for the person. */
  get isFree(): boolean {
    return ['idle', 'refused', 'done', 'cancelled'].includes(this.phase.peek().is);
  }

  /** Reads files, or what was pasted, and plans. */
  async read(sources: readonly Source[]): Promise<void> {
    if (sources.length === 0) return;
    this.#sources = sources;
    this.#ids = idsBy(() => v7());
    this.#choices = NO_CHOICES;
    await this.#readAgain();
  }

  /**
   * Says which field one column of a table is; it is remembered by the header.
   *
   * @param mapping of the table as it is seen: what was said of it meanwhile goes before
   */
  async map(headerKey: string, mapping: Mapping, at: number): Promise<void> {
    const said = this.#parts.habits.reading(this.#parts.today()).mappings[headerKey];
    this.#parts.habits.map(headerKey, { ...mapping, ...said, [at]: mapping[at] ?? null });
    await this.#correct();
  }

  /** The person’s own addresses, as far as they said. */
  get emails(): readonly string[] {
    return this.#parts.habits.emails;
  }

  /** Says which addresses are the person’s own. */
  async own(emails: readonly string[]): Promise<void> {
    this.#parts.habits.own(emails);
    await this.#correct();
  }

  choose(key: string, choice: RowChoice): void {
    const { rows, all } = this.#choices;
    this.#planAgain({ all, rows: { ...rows, [key]: { ...rows[key], ...choice } } });
  }

  chooseAll(choice: Choices['all']): void {
    const { rows, all } = this.#choices;
    this.#planAgain({ rows, all: { ...all, ...choice } });
  }

  /** Stops what is under way; what was changed already is taken back. */
  cancel(): void {
    this.#work++;
    if (this.phase.peek().is !== 'applying') this.phase.value = { is: 'idle' };
  }

  begin(): void {
    this.cancel();
    this.phase.value = { is: 'idle' };
  }

  /** Makes what is planned, part by part, each seen at once and sent later. */
  async apply(): Promise<void> {
    await this.#corrected;
    const shown = this.phase.peek();
    if (shown.is !== 'planned') return;
    const work = this.#work;
    const { name, format } = shown.read;
    this.phase.value = { is: 'applying', done: 0, all: shown.plan.writes.length };
    try {
      const [{ applyHere }, planned] = await Promise.all([import('./apply-here.ts'), this.#latest]);
      if (!planned) {
        this.phase.value = { is: 'cancelled' };
        return;
      }
      const run = await applyHere(planned.plan, { name, format }, this.#parts, {
        isCancelled: () => work !== this.#work,
        tell: (done, all) => {
          this.phase.value = { is: 'applying', done, all };
        },
      });
      this.phase.value = run === null ? { is: 'cancelled' } : { is: 'done', run, plan: planned.plan };
    } catch (error) {
      this.phase.value = { is: 'refused', name, why: error instanceof Error ? error.message : String(error) };
    }
  }

  #correct(): Promise<void> {
    this.#corrected = this.#readAgain();
    return this.#corrected;
  }

  async #readAgain(): Promise<void> {
    const work = ++this.#work;
    const since = performance.now();
    this.#show({ is: 'reading', name: this.#sources[0]?.name ?? '', share: 0, found: 0 }, since);
    try {
      const { readSources } = await import('./read-sources.ts');
      const read = await readSources(this.#sources, this.#parts.habits.reading(this.#parts.today()), {
        isCancelled: () => work !== this.#work,
        tell: (progress) => {
          if (work === this.#work) this.#show({ is: 'reading', ...progress }, since);
        },
      });
      if (work !== this.#work || read === null) return;
      if ('records' in read) this.phase.value = { is: 'export', ...read };
      else await this.#plan(read, since);
    } catch (error) {
      if (work !== this.#work) return;
      const why = error instanceof Refused || error instanceof Error ? error.message : String(error);
      this.phase.value = { is: 'refused', name: this.#sources.map(({ name }) => name).join(', '), why };
    }
  }

  /** What was corrected and is soon read anew leaves the plan that is looked at, and the focus in it, where they are. */
  #show(phase: Phase, since: number): void {
    const isSoon = performance.now() - since < SOON_MS;
    if (!isSoon || this.phase.peek().is !== 'planned') this.phase.value = phase;
  }

  /** The first plan of what was read, with a word of how far it is. */
  async #plan(read: Read, since: number): Promise<void> {
    const work = this.#work;
    // What applies it is there before it is wanted: the network may be gone by then.
    const [{ PlannerHere }] = await Promise.all([import('./plan-here.ts'), import('./apply-here.ts')]);
    if (work !== this.#work) return;
    const planner = new PlannerHere(read.planner, this.#parts.replica);
    const tell = (share: number) => {
      if (work === this.#work) this.#show({ is: 'planning', name: read.name, share, found: planner.size }, since);
    };
    tell(0);
    this.#latest = this.#planned({ read, planner }, tell);
    const planned = await this.#latest;
    if (planned && work === this.#work) this.phase.value = planned;
  }

  /** The plan that is shown stays until the one by the latest choices is made. */
  #planAgain(choices: Choices): void {
    const shown = this.phase.peek();
    if (shown.is !== 'planned') return;
    this.#choices = choices;
    const latest = this.#planned(shown, () => {});
    this.#latest = latest;
    void latest.then((planned) => {
      if (planned && this.#latest === latest && this.phase.peek().is === 'planned') this.phase.value = planned;
    });
  }

  /** @returns null where it was given up: it was cancelled, or something else was chosen meanwhile */
  async #planned({ read, planner }: Pick<Planned, 'read' | 'planner'>, tell: (share: number) => void) {
    const [work, choices] = [this.#work, this.#choices];
    const isCancelled = () => work !== this.#work || choices !== this.#choices;
    const plan = await planner.plan(choices, { today: this.#parts.today(), idOf: this.#ids }, { isCancelled, tell });
    return plan && { is: 'planned' as const, read, planner, plan, choices };
  }
}
