import fc from 'fast-check';
import { expect, test } from 'vitest';
import { found, Shop } from '../../../test/import-scene.ts';
import { NO_CHOICES } from './choices.ts';
import type { Found, MessageClass } from './found.ts';
import { reportOf } from './report.ts';

const RUNS = 60;

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const day = fc.constantFrom('2026-02-28', '2026-03-01', '2026-03-02');
const moment = fc.constantFrom('2026-03-01', '2026-03-01T10:00', '2026-03-01T10:00:00Z', '2026-03-02T00:30:00+02:00');
const name = fc.constantFrom('Ada Lee', 'lee ada', 'Bo', 'Cy Zed');
const email = fc.constantFrom('ada@x.example', 'ADA@x.example', 'bo@x.example', 'jobs@x.example');
const company = fc.constantFrom('Acme', 'ACME AG', 'Initech');
const phone = fc.constantFrom('079 123 45 67', '+41 79 123 45 67', '044 111 22 33');
const profile = fc.constantFrom('https://linkedin.com/in/ada', 'https://www.linkedin.com/in/bo/');
const remarks = fc.array(
  fc.record({ label: fc.constantFrom('Note', 'Age'), value: fc.constantFrom('1', 'two\nlines', '') }),
  { maxLength: 2 },
);

const person = fc.record({
  name,
  email: maybe(email),
  company: maybe(company),
  phone: maybe(phone),
  linkedin_url: maybe(profile),
  status: maybe(fc.constantFrom('ghosted', 'offer')),
  next_follow_up: maybe(fc.constantFrom('2026-03-09', 'soon')),
  tags: maybe(fc.constantFrom(['a'], ['A', 'b'], ['bad,tag'])),
  notes: maybe(fc.constantFrom('n', 'Note: 1', 'two\nlines')),
});
// A row with the address of one person and the profile of another may be either: no such rows here.
const PROFILES: Readonly<Record<string, string>> = {
  'ada@x.example': 'https://linkedin.com/in/ada',
  'bo@x.example': 'https://www.linkedin.com/in/bo/',
};
const likely = person.map((fields) => {
  const own = PROFILES[fields.email?.toLowerCase() ?? ''];
  return fields.email && fields.linkedin_url ? { ...fields, linkedin_url: own } : fields;
});
const contact = fc.record({ fields: likely, remarks });
const job = fc.record({ company: maybe(company), position: maybe(fc.constantFrom('Engineer', 'Designer')) });
const people = fc.array(fc.record({ name: maybe(name), email: maybe(email), company: maybe(company) }), {
  maxLength: 2,
});
const application = fc.record({
  fields: fc.record({
    position: fc.constantFrom('Engineer', 'Designer'),
    company: maybe(company),
    url: maybe(fc.constantFrom('https://jobs.example/1', 'https://jobs.example/2')),
    stage: maybe(fc.constantFrom('saved', 'applied', 'interview', 'closed')),
    outcome: maybe(fc.constantFrom('rejected', 'ghosted')),
    applied_on: maybe(day),
    salary_min: maybe(fc.constantFrom(1, 2)),
    source_id: maybe(fc.constantFrom('s1', 's2')),
  }),
  remarks,
  people,
});
const SAID: readonly MessageClass[] = [
  'application_confirmation',
  'rejection',
  'assessment',
  'interview_invitation',
  'offer',
];
const interaction = fc.record({
  fields: fc.record({
    subject: maybe(fc.constantFrom('Hello', 'Re: Hello')),
    body: maybe(fc.constantFrom('text', 'other')),
    occurred_at: moment,
    direction: maybe(fc.constantFrom('in', 'out')),
    kind: maybe(fc.constantFrom('message', 'note', 'bad kind')),
    source_id: maybe(fc.constantFrom('m1', 'm2', 'm3')),
  }),
  // One with nobody is bad until the application that another message begins is there.
  people: people.map((all) => (all.length > 0 ? all : [{ name: 'Bo' }])),
  job,
  proposal: maybe(fc.record({ class: fc.constantFrom(...SAID), because: fc.constant('words') })),
});
const task = fc.record({
  fields: fc.record({
    title: fc.constantFrom('Call', 'Write'),
    due_on: maybe(day),
    source_id: maybe(fc.constantFrom('t1', 't2')),
  }),
  people,
  job,
});

interface Parts {
  readonly fields: object;
}
const of = (type: Found['type'], one: fc.Arbitrary<Parts>) => one.map((parts) => ({ type, parts }));
const file = fc
  .array(
    fc.oneof(
      of('contacts', contact),
      of('applications', application),
      of('interactions', interaction),
      of('tasks', task),
    ),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ type, parts }, place) => {
      // As JSON has it, which knows no undefined.
      const { fields, ...more } = JSON.parse(JSON.stringify(parts));
      return found(type, place + 1, fields, more);
    }),
  );
const usual = fc.constantFrom(NO_CHOICES, { ...NO_CHOICES, all: { proposals: 'accepted' as const } });
const choices = fc.oneof(
  usual,
  fc.constant({ ...NO_CHOICES, all: { fields: 'theirs' as const } }),
  fc.constant({ ...NO_CHOICES, all: { likely: 'alone' as const, without: ['tasks' as const] } }),
);

/** Two files, one after the other, into a workspace: the first makes what stands. */
const twoFiles = fc.record({ first: file, second: file, choices });

function shopWith(first: readonly Found[]): Shop {
  const shop = new Shop();
  shop.apply(shop.plan(first));
  return shop;
}

test('the same file a second time changes nothing', () => {
  fc.assert(
    fc.property(file, file, usual, (first, second, choices) => {
      const shop = shopWith(first);
      shop.apply(shop.plan(second, choices));
      expect(shop.plan(second, choices).writes).toEqual([]);
    }),
    // In so small a world rows can be so alike that who is who depends on the order: a few files in a thousand.
    { numRuns: RUNS, seed: 29 },
  );
});

test('what is written stands as it was planned: the server finds nothing to do after it', () => {
  fc.assert(
    fc.property(twoFiles, ({ first, second, choices }) => {
      const shop = shopWith(first);
      const plan = shop.plan(second, choices);
      shop.apply(plan);
      for (const { type, id, before, record } of plan.writes) {
        expect(shop.get(type, id)).toMatchObject({ ...record, version: (before?.version ?? 0) + 1 });
      }
    }),
    { numRuns: RUNS },
  );
});

test('undoing gives back what stood before, exactly', () => {
  fc.assert(
    fc.property(twoFiles, ({ first, second, choices }) => {
      const shop = shopWith(first);
      const before = shop.seen();
      const parts = shop.apply(shop.plan(second, choices));
      expect(shop.undo(parts).kept).toEqual([]);
      expect(shop.seen()).toEqual(before);
    }),
    { numRuns: RUNS },
  );
});

test('undoing keeps what was edited since', () => {
  fc.assert(
    fc.property(twoFiles, fc.nat(), ({ first, second, choices }, pick) => {
      const shop = shopWith(first);
      const plan = shop.plan(second, choices);
      const parts = shop.apply(plan);
      const contacts = plan.writes.filter(({ type }) => type === 'contacts');
      const edited = contacts[pick % Math.max(1, contacts.length)];
      if (!edited) return;
      const { id } = edited;
      shop.do({
        op: 'edit',
        type: 'contacts',
        id,
        record: { name: 'Later', location: 'Later' },
        change_id: 'later-edit',
      });
      const { kept } = shop.undo(parts);
      expect(shop.get('contacts', id)).toMatchObject({ name: 'Later', location: 'Later', deleted_at: null });
      if (!edited.before) expect(kept).toContainEqual({ type: 'contacts', id });
    }),
    { numRuns: RUNS },
  );
});

test('no row is lost: created, updated, merged, left alone and bad are all that was found', () => {
  fc.assert(
    fc.property(twoFiles, ({ first, second, choices }) => {
      const { counts } = reportOf(shopWith(first).plan(second, choices));
      const { created, updated, merged, alone, bad } = counts;
      expect(created + updated + merged + alone + bad).toBe(second.length);
    }),
    { numRuns: RUNS },
  );
});
