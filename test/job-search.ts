import fc from 'fast-check';
import { type CadenceInput, suggestionsOf } from '../src/domain/cadence.ts';
import { BEGINNINGS, type Beginning, type CadenceRule } from '../src/domain/cadence-row.ts';
import type { ApplicationFacts, ContactFacts, InteractionFacts } from '../src/domain/conversations.ts';
import { addDays, type CalendarDate } from '../src/domain/dates.ts';
import type { TaskFacts } from '../src/domain/plans.ts';
import { STAGE_KEYS, type Stage } from '../src/domain/stages.ts';
import { TASK_KINDS, type TaskKind } from '../src/domain/task.ts';

// The people and papers of one job search, as plain records: what a test names, and the usual for all else.

export const RECRUITER = 'c-recruiter';
export const MANAGER = 'c-manager';
export const ACME = 'a-acme';

export function person(contact_id = RECRUITER, others: Partial<ContactFacts> = {}): ContactFacts {
  return {
    contact_id,
    name: 'Rita',
    company: null,
    recruiter_company: null,
    status: null,
    next_follow_up: null,
    deleted_at: null,
    ...others,
  };
}

/** An application that went through stages, each on its day. */
export function pursuit(
  rows: readonly (readonly [CalendarDate, Stage])[],
  { outcome = 'rejected', ...others }: Partial<ApplicationFacts> & { outcome?: Outcome } = {},
): ApplicationFacts {
  const ended = (stage: Stage) => (stage === 'closed' ? outcome : null);
  return {
    application_id: ACME,
    position: 'Engineer',
    company: 'Acme',
    stage: rows.at(-1)?.[1] ?? 'saved',
    applied_on: rows.find(([, stage]) => stage === 'applied')?.[0] ?? null,
    next_action_on: null,
    contact_ids: [],
    stage_history: rows.map(([on, stage]) => ({ on, stage, outcome: ended(stage) })),
    deleted_at: null,
    ...others,
  };
}

type Outcome = NonNullable<ApplicationFacts['stage_history'][number]['outcome']>;

/** What was said at a time, about the application at Acme unless it says otherwise. */
export function said(
  direction: InteractionFacts['direction'],
  occurred_at: string,
  others: Partial<InteractionFacts> = {},
): InteractionFacts {
  return {
    interaction_id: `i-${occurred_at}-${direction}`,
    contact_id: null,
    application_id: ACME,
    direction,
    kind: 'message',
    occurred_at,
    created_at: `${occurred_at.slice(0, 10)}T20:00:00.000Z`,
    deleted_at: null,
    ...others,
  };
}

/** Something to do that was written down on a day, for the application at Acme unless it says otherwise. */
export function planned(kind: TaskKind, made_on: CalendarDate, others: Partial<TaskFacts> = {}): TaskFacts {
  return {
    kind,
    due_on: null,
    contact_id: null,
    application_id: ACME,
    snoozed_until: null,
    done_at: null,
    created_at: `${made_on}T09:00:00.000Z`,
    deleted_at: null,
    ...others,
  };
}

/** Applied for on a Monday, and nothing since. */
export const APPLIED = pursuit([['2026-03-02', 'applied']]);

/** What the recruiter and I said about no application in particular. */
export function alone(direction: 'in' | 'out', at: string): InteractionFacts {
  return said(direction, at, { application_id: null, contact_id: RECRUITER });
}

/** What is suggested on a Friday, by the usual rules and with nothing planned, unless it says otherwise. */
export function suggested(input: Partial<CadenceInput>) {
  const nothing = { applications: [], contacts: [], interactions: [], tasks: [], rules: [], today: '2026-03-20' };
  return suggestionsOf({ ...nothing, ...input });
}

/** The same as `kind date step`. */
export function told(input: Partial<CadenceInput>): readonly string[] {
  return suggested(input).map(({ kind, due_on, title }) => `${kind} ${due_on} ${title.step}`);
}

export const anyDay = fc.nat(60).map((days) => addDays('2026-03-01', days));

const anyOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const anyTime = anyOf('', 'T09:00', 'T21:30', 'T09:00:00Z', 'T23:30:00-08:00', 'T00:30:00+12:00');
const maybeDay = fc.option(anyDay, { nil: null });
const maybeContact = fc.option(anyOf(RECRUITER, MANAGER, 'c-gone'), { nil: null });
const maybeApplication = fc.option(anyOf(ACME, 'a-bolt', 'a-gone'), { nil: null });

const anyRow = fc.tuple(anyDay, anyOf(...STAGE_KEYS));
const anyPursuit = (application_id: string) =>
  fc
    .record({
      rows: fc.array(anyRow, { minLength: 1, maxLength: 5 }),
      people: fc.uniqueArray(anyOf(RECRUITER, MANAGER)),
      outcome: anyOf<Outcome>('rejected', 'ghosted'),
      next_action_on: fc.option(anyDay, { nil: null, freq: 1 }),
    })
    .map(({ rows, people, outcome, next_action_on }) => {
      const contact_ids = people.map((contact_id) => ({ contact_id, role: null }));
      const inOrder = rows.toSorted(([a], [b]) => (a < b ? -1 : 1));
      return pursuit(inOrder, { application_id, contact_ids, outcome, next_action_on });
    });

const anySaid = fc
  .record({
    direction: anyOf('in' as const, 'out' as const, null),
    kind: anyOf('message' as const, 'call' as const, 'note' as const, 'technical' as const, 'final' as const, null),
    day: anyDay,
    time: anyTime,
    contact_id: maybeContact,
    application_id: maybeApplication,
    order: fc.nat(999),
  })
  .map(({ direction, day, time, order, ...others }) => {
    return said(direction, `${day}${time}`, { interaction_id: `i-${order}-${day}${time}-${direction}`, ...others });
  });

const anyPlanned = fc
  .record({
    kind: anyOf<TaskKind>('follow_up', 'reply', 'thank_you', 'check_status'),
    made: anyDay,
    due_on: maybeDay,
    done_at: maybeDay,
    contact_id: maybeContact,
    application_id: maybeApplication,
  })
  .map(({ kind, made, ...others }) => planned(kind, made, others));

const anyRule: fc.Arbitrary<CadenceRule> = fc.record({
  stage: fc.option(anyOf(...STAGE_KEYS), { nil: null }),
  after: anyOf(...(Object.keys(BEGINNINGS) as Beginning[])),
  kind: anyOf(...(Object.keys(TASK_KINDS) as TaskKind[])),
  days: fc.nat(30),
  working_days: fc.boolean(),
  most: fc.nat(3),
});

/** Any small workspace: two contacts, two applications, and whatever was said and planned. */
export const anyWorkspace = fc.record({
  contacts: fc
    .tuple(anyOf(null, 'ghosted', 'in conversation'), fc.option(anyDay, { nil: null, freq: 1 }))
    .map(([status, next_follow_up]) => [person(RECRUITER, { status }), person(MANAGER, { next_follow_up })]),
  applications: fc.tuple(anyPursuit(ACME), anyPursuit('a-bolt')).map((both): readonly ApplicationFacts[] => both),
  interactions: fc.uniqueArray(anySaid, { selector: ({ interaction_id }) => interaction_id, maxLength: 10 }),
  tasks: fc.array(anyPlanned, { maxLength: 4 }),
  rules: fc.oneof(fc.constant([]), fc.array(anyRule, { maxLength: 6 })),
  today: anyDay,
});
