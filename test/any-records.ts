import fc from 'fast-check';
import { application } from '../src/domain/application.ts';
import { interaction } from '../src/domain/interaction.ts';
import type { AnyRecord, Noun } from '../src/domain/noun.ts';
import { fold } from '../src/domain/search.ts';
import { STAGE_KEYS } from '../src/domain/stages.ts';
import { task } from '../src/domain/task.ts';
import { madeRecord, numberedId } from './made-record.ts';
import { World } from './small-world.ts';

const [A, B, C] = [numberedId(1), numberedId(2), numberedId(3)];

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const text = maybe(fc.constantFrom('Ada', 'ada', 'Bo', 'Zoë Å', '1', 'two\nlines', 'Also: phone Bo'));
export const anyDay = fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04');
const moment = fc.constantFrom('2026-03-01', '2026-03-01T10:00', '2026-03-01T10:00:00Z', '2026-03-02T00:30:00+02:00');
const tags = fc.uniqueArray(fc.constantFrom('Zürich', 'zurich', 'remote', 'IT'), { selector: fold });

/** The fields of a contact. */
export const anyPerson = fc
  .record({
    name: fc.constantFrom('Ada Lee', 'ada lee', 'Ada L.'),
    email: maybe(fc.constantFrom('ada@x.example', 'Ada@x.example', 'a@y.example')),
    phone: text,
    company: text,
    status: maybe(fc.constantFrom('ghosted', 'offer', 'closed')),
    kind: maybe(fc.constantFrom('referral', 'other')),
    linkedin_url: maybe(fc.constantFrom('https://x.example/a', 'https://x.example/b')),
    last_contacted: maybe(moment),
    next_follow_up: maybe(anyDay),
    tags,
    notes: text,
  })
  .map((values) => ({ ...values, needs_email: values.email === null }));

const rows = fc
  .array(fc.record({ stage: fc.constantFrom(...STAGE_KEYS), on: anyDay }), { minLength: 1, maxLength: 4 })
  .map((all) =>
    all
      .toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
      .map((row) => ({ ...row, outcome: row.stage === 'closed' ? 'rejected' : null })),
  );

/** The fields of an application, its history in order. */
export const anyJob = fc
  .record({
    position: fc.constantFrom('Engineer', 'Engineer (m/w/d)'),
    company: text,
    next_action: text,
    next_action_on: maybe(anyDay),
    applied_on: maybe(anyDay),
    via: text,
    route: maybe(fc.constantFrom('direct', 'recruiting_agency')),
    salary_min: maybe(fc.constantFrom(0, 1, 2)),
    salary_currency: maybe(fc.constantFrom('CHF', 'EUR')),
    tags,
    notes: text,
    description: text,
    contact_ids: fc.array(
      fc.record({ contact_id: fc.constantFrom(A, B, C), role: maybe(fc.constantFrom('HR', 'Lead')) }),
      {
        maxLength: 4,
      },
    ),
    stage_history: rows,
  })
  .map((values) => {
    const { stage, outcome } = values.stage_history.at(-1) ?? {};
    return { ...values, stage, outcome };
  });

const naming = fc.record({
  contact_id: maybe(fc.constantFrom(A, B, C)),
  application_id: maybe(fc.constantFrom(A, B, C)),
});
const isDeleted = fc.boolean();

/** Records that may name others; whether each is deleted. */
export const anyOthers = fc.record({
  jobs: fc.array(fc.tuple(anyJob, isDeleted), { maxLength: 3 }),
  talks: fc.array(
    fc.tuple(
      naming.filter(({ contact_id, application_id }) => (contact_id ?? application_id) !== null),
      isDeleted,
    ),
    { maxLength: 4 },
  ),
  tasks: fc.array(fc.tuple(naming, isDeleted), { maxLength: 4 }),
});

const numbered = <T>(
  all: readonly (readonly [T, boolean])[],
  from: number,
  make: (number: number, values: T) => AnyRecord,
) =>
  all.map(([values, deleted], index) => {
    const record = make(from + index, values);
    return deleted ? { ...record, deleted_at: '2026-03-05T09:00:00.000Z' } : record;
  });

type Others = typeof anyOthers extends fc.Arbitrary<infer T> ? T : never;

/** Two records of a noun, and others that may name them. */
export function worldOf(noun: Noun, pair: readonly AnyRecord[], { jobs, talks, tasks }: Others): World {
  const of = (one: Noun, all: readonly AnyRecord[]) => all.map((record) => [one, record] as const);
  return new World([
    ...of(noun, pair),
    ...of(
      application,
      numbered(jobs, 30, (number, values) => madeRecord(application, number, values)),
    ),
    ...of(
      interaction,
      numbered(talks, 40, (number, values) =>
        madeRecord(interaction, number, { ...values, occurred_at: '2026-03-01' }),
      ),
    ),
    ...of(
      task,
      numbered(tasks, 50, (number, values) => madeRecord(task, number, { ...values, title: 'Call' })),
    ),
  ]);
}
