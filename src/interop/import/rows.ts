import type { FieldError } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { canWait } from './begun.ts';
import type { Action, Choices, RowChoice } from './choices.ts';
import { patchOf } from './differences.ts';
import type { Drafts } from './drafts.ts';
import { type Entry, nounOfFound } from './entry.ts';
import type { Bad, FoundType } from './found.ts';
import { hasIdentity, textOf } from './identity.ts';
import type { Candidate, Matched, Matcher } from './matcher.ts';
import { createFrom } from './new-record.ts';
import type { Match, PlanContext, Row, Told } from './plan.ts';
import { beginningOf } from './remarks.ts';
import type { Work } from './work.ts';

/** The row of an entry, with what was said of it. */
export interface PlannedRow {
  readonly entry: Entry;
  readonly row: Row;
  /** Whether it is with nobody and about nothing before what it says is accepted. */
  readonly waits?: boolean;
}

/** Decides what becomes of each entry, and does it in the drafts. */
export class Rows {
  readonly all: PlannedRow[] = [];
  readonly bad: Bad[] = [];
  readonly #drafts: Drafts;
  readonly #matcher: Matcher;
  readonly #choices: Choices;
  readonly #context: PlanContext;

  constructor(drafts: Drafts, matcher: Matcher, choices: Choices, context: PlanContext) {
    this.#drafts = drafts;
    this.#matcher = matcher;
    this.#choices = choices;
    this.#context = context;
  }

  /** @returns the id of the record that each becomes or is; null where there is none */
  *add(candidates: readonly Candidate[]): Work<ReadonlyMap<Entry, string | null>> {
    const ids = new Map<Entry, string | null>();
    for (const candidate of candidates) {
      ids.set(candidate.entry, this.#add(candidate));
      yield;
    }
    return ids;
  }

  #add(candidate: Candidate): string | null {
    const { entry } = candidate;
    const choice = this.#choices.rows[entry.key] ?? {};
    const match = this.#matcher.find(candidate, choice.fields);
    if (match) this.#matcher.meet(match);
    const action = this.#actionOf(entry, choice, match);
    if (action === 'create') return this.#create(entry, match);
    const row = match && action !== 'alone' ? this.#update(entry, match, action) : this.#leave(entry, match);
    this.all.push({ entry, row });
    return row.id;
  }

  #actionOf(entry: Entry, choice: RowChoice, match: Matched | null): Action {
    const { without = [], likely } = this.#choices.all;
    if (without.includes(entry.type)) return 'alone';
    if (!match) return choice.action === 'alone' ? 'alone' : 'create';
    if (match.differences.length === 0) return 'alone';
    const isOther = match.isByName && !entry.isImplied && hasIdentity(entry.type, entry.values);
    const usual = match.certain ? 'update' : isOther ? 'create' : (likely ?? 'merge');
    const asked = choice.action ?? usual;
    if (entry.own) return asked === 'alone' ? 'alone' : 'update';
    return asked === 'create' || asked === 'alone' ? asked : match.certain ? 'update' : 'merge';
  }

  #create(entry: Entry, match: Matched | null): string | null {
    const { idOf, today } = this.#context;
    const id = idOf(entry.key);
    const created = createFrom(this.#drafts, entry, id, today);
    if ('errors' in created) {
      this.#refuse(entry, created.errors);
      return null;
    }
    const offers = [...(match ? ([match.certain ? 'update' : 'merge'] as const) : []), 'alone' as const];
    const row = { ...this.#rowOf(entry, match), action: 'create' as const, offers, id, told: created.told };
    this.all.push({ entry, row: { ...row, fields: entry.values, differences: [] } });
    return id;
  }

  /** What is with nobody, and lacks nothing else, may come in with the application that it is about. */
  #refuse(entry: Entry, errors: readonly FieldError[]): void {
    const isAlone = entry.type === 'interactions' && errors.every(({ field }) => field === 'contact_id');
    if (isAlone && canWait(entry)) {
      const told = [...entry.told, { code: 'waits', field: 'application_id', detail: WAITS } as const];
      this.all.push({ entry, row: { ...this.#leave(entry, null), offers: [], told }, waits: true });
      return;
    }
    const why = isAlone ? aloneWords(entry) : errors.map(({ detail }) => detail).join(' ');
    const excerpt = beginningOf(titleOf(entry), 120);
    if (!entry.isImplied) this.bad.push(...entry.where.map((where) => ({ where, why, excerpt })));
  }

  #update(entry: Entry, match: Matched, action: 'update' | 'merge'): Row {
    const patch = withDay(patchOf(match.differences), entry, this.#drafts.get(entry.type, match.id));
    const wrong = this.#edit(entry, match.id, patch);
    const isDone = Object.keys(patch).some((name) => !wrong.includes(name));
    const offers = (
      [...(entry.own ? [] : (['create'] as const)), 'alone', ...(isDone ? [] : [action])] as const
    ).filter((one) => isDone || one !== 'alone');
    return { ...this.#rowOf(entry, match), action: isDone ? action : 'alone', offers };
  }

  /** @returns the fields that could not be written, since they contradict what stands */
  #edit(entry: Entry, id: string, patch: JsonObject): readonly string[] {
    const { today } = this.#context;
    if (Object.keys(patch).length === 0) return [];
    const errors = this.#drafts.edit(entry.key, entry.type, id, patch, today);
    const wrong = errors.map(({ field }) => field);
    if (errors.length === 0) return [];
    const names = Object.keys(patch);
    const together = nounOfFound(entry.type).history?.of ?? [];
    const left = names.filter(
      (name) => !wrong.includes(name) && !(together.includes(name) && wrong.some((one) => together.includes(one))),
    );
    if (left.length === names.length) return names;
    const others = this.#edit(entry, id, Object.fromEntries(left.map((name) => [name, patch[name]])));
    return [...names.filter((name) => !left.includes(name)), ...others];
  }

  #leave(entry: Entry, match: Matched | null): Row {
    const isNews = match !== null && match.differences.length > 0;
    const offers: readonly Action[] = match
      ? isNews
        ? entry.own
          ? ['update']
          : [match.certain ? 'update' : 'merge', 'create']
        : []
      : ['create'];
    return { ...this.#rowOf(entry, match), action: 'alone', offers };
  }

  #rowOf(entry: Entry, match: Matched | null): Omit<Row, 'action' | 'offers'> {
    return {
      key: entry.key,
      type: entry.type,
      where: entry.where,
      title: match && entry.own ? this.#nameOf(entry.type, match.id) : titleOf(entry),
      match: match && this.#matchOf(entry.type, match),
      id: match?.id ?? null,
      fields: {},
      differences: match?.differences ?? [],
      isImplied: entry.isImplied,
      told: [...entry.told, ...olderWords(entry, match)],
      proposal: null,
    };
  }

  #matchOf(type: FoundType, { id, by, certain }: Matched): Match {
    return { id, title: this.#nameOf(type, id), certain, by };
  }

  #nameOf(type: FoundType, id: string): string {
    const record = this.#drafts.get(type, id);
    return record ? titleOf({ type, values: record }) : '';
  }
}

const WAITS =
  'It is with nobody, and the application that it is about is not here: accept what it says, and both come in.';

function aloneWords({ jobs: [job] }: Entry): string {
  const named = [job?.position, job?.company].filter(Boolean).join(', ');
  return named === ''
    ? 'It is with nobody and about no application: add it by hand.'
    : `It is with nobody, and which application it is about (${named}) cannot be told: there is none, or more than one. Add that, and bring this in again, or add this by hand.`;
}

function olderWords({ own }: Entry, match: Matched | null): readonly Told[] {
  return own?.since === 'older' && match && match.differences.length > 0 ? [OLDER] : [];
}

const OLDER: Told = {
  code: 'older',
  field: '',
  detail: 'What is here was changed after this was written: it stays, unless you choose what the file says.',
};

/** Who moves an application to `applied` says on which day that was, where either knows it. */
function withDay(patch: JsonObject, { values }: Entry, standing: AnyRecord | undefined): JsonObject {
  const applied_on = patch.applied_on ?? standing?.applied_on ?? values.applied_on;
  return patch.stage === 'applied' && applied_on ? { ...patch, applied_on } : patch;
}

/** What a person calls it. */
function titleOf({ type, values }: Pick<Entry, 'type' | 'values'>): string {
  const title = textOf(values[nounOfFound(type).titleField]) || textOf(values.body) || textOf(values.occurred_at);
  return beginningOf(title, 200);
}
