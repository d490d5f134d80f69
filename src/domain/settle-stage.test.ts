import fc from 'fast-check';
import { expect, test } from 'vitest';
import { application } from './application.ts';
import { apply } from './changes.ts';
import type { JsonObject } from './json.ts';
import type { AnyRecord } from './noun.ts';
import type { StageRow } from './settle-stage.ts';
import { OUTCOMES, STAGE_KEYS } from './stages.ts';

const ID = '018f3b1e-0000-7000-8000-00000000000a';
const NOW = '2026-03-12T09:00:00.000Z';

function changed(current: AnyRecord | undefined, record: JsonObject, on = '2026-03-12') {
  const op = current ? ('edit' as const) : ('create' as const);
  return apply(application, current, { op, record, on }, { id: ID, now: NOW });
}

/** An application after these edits, each of them taken. */
function after(...edits: readonly (readonly [record: JsonObject, on?: string])[]): AnyRecord {
  const start: AnyRecord | undefined = undefined;
  return edits.reduce<AnyRecord | undefined>((current, [record, on]) => {
    const outcome = changed(current, current ? record : { position: 'Developer', ...record }, on);
    if ('problem' in outcome) throw new Error(outcome.problem.detail);
    return outcome.record;
  }, start) as AnyRecord;
}

function problemOf(outcome: ReturnType<typeof changed>) {
  return 'problem' in outcome ? outcome.problem.errors : undefined;
}

const row = (stage: string, on: string, outcome: string | null = null) => ({ stage, outcome, on });

test('a new application is saved, from the day on which it was written down', () => {
  expect(after([{}])).toMatchObject({
    stage: 'saved',
    outcome: null,
    applied_on: null,
    stage_history: [row('saved', '2026-03-12')],
  });
});

test('a new application follows from its history alone', () => {
  const stage_history = [row('applied', '2026-03-02'), row('closed', '2026-03-09', 'rejected')];
  const followed = { stage: 'closed', outcome: 'rejected', applied_on: '2026-03-02', stage_history };
  expect(after([{ stage_history }])).toMatchObject(followed);
});

test('each new stage is written down with its day', () => {
  const record = after(
    [{}, '2026-03-01'],
    [{ stage: 'applied' }, '2026-03-03'],
    [{ stage: 'interview' }, '2026-03-10'],
  );
  expect(record).toMatchObject({
    stage: 'interview',
    applied_on: '2026-03-03',
    stage_history: [row('saved', '2026-03-01'), row('applied', '2026-03-03'), row('interview', '2026-03-10')],
  });
});

test('who applied last Tuesday had saved it by then', () => {
  const record = after([{}, '2026-03-12'], [{ stage: 'applied' }, '2026-03-10']);
  expect(record.stage_history).toEqual([row('saved', '2026-03-10'), row('applied', '2026-03-10')]);
  expect(record.applied_on).toBe('2026-03-10');
});

test('the day of applying can be given with the stage, and corrected later on either side', () => {
  const given = after([{}, '2026-03-01'], [{ stage: 'applied', applied_on: '2026-03-02' }, '2026-03-12']);
  expect(given.stage_history).toEqual([row('saved', '2026-03-01'), row('applied', '2026-03-02')]);
  const corrected = after(
    [{ stage: 'applied' }, '2026-03-05'],
    [{ stage: 'screening' }, '2026-03-09'],
    [{ applied_on: '2026-03-04' }],
  );
  expect(corrected.stage_history).toEqual([row('applied', '2026-03-04'), row('screening', '2026-03-09')]);
  const history = [row('applied', '2026-03-03'), row('screening', '2026-03-09')];
  expect(after([{ stage: 'applied' }, '2026-03-05'], [{ stage_history: history }])).toMatchObject({
    applied_on: '2026-03-03',
    stage: 'screening',
  });
});

test('an outcome closes; to leave what is closed empties it', () => {
  const closed = after([{ stage: 'interview' }], [{ outcome: 'rejected' }]);
  expect(closed).toMatchObject({ stage: 'closed', outcome: 'rejected' });
  const reopened = changed(closed, { stage: 'final' });
  expect('record' in reopened && reopened.record).toMatchObject({ stage: 'final', outcome: null });
});

test('another outcome of what is closed is a correction that is written down', () => {
  const record = after([{ outcome: 'ghosted' }, '2026-03-01'], [{ outcome: 'rejected' }, '2026-03-05']);
  expect(record.stage_history).toEqual([
    row('closed', '2026-03-01', 'ghosted'),
    row('closed', '2026-03-05', 'rejected'),
  ]);
});

test.each([
  ['closed without an outcome', { stage: 'closed' }, 'outcome'],
  ['an outcome of what is open', { stage: 'offer', outcome: 'accepted' }, 'outcome'],
  [
    'a history out of order',
    { stage_history: [row('applied', '2026-03-05'), row('offer', '2026-03-01')] },
    'stage_history',
  ],
  ['a history that contradicts the stage', { stage: 'offer', stage_history: [row('applied', '2026-03-05')] }, 'stage'],
  [
    'a history with an outcome of what is open',
    { stage_history: [row('applied', '2026-03-05', 'rejected')] },
    'stage_history',
  ],
  ['a closed row without an outcome', { stage_history: [row('closed', '2026-03-05')] }, 'stage_history'],
])('%s is refused by the name of the field', (_, record, field) => {
  expect(problemOf(changed(after([{}]), record))).toMatchObject([{ field }]);
});

test('the same change again changes nothing, whatever the day', () => {
  const record = after([{}, '2026-03-01'], [{ stage: 'applied' }, '2026-03-03']);
  expect(changed(record, { stage: 'applied' }, '2026-03-09')).toEqual({ record, changed: false });
  const again = apply(
    application,
    after([{}, '2026-03-01']),
    { op: 'create', record: { position: 'Developer' } },
    { id: ID, now: NOW },
  );
  expect('record' in again && again.changed).toBe(false);
});

test('a record that was read and is put back with another stage keeps its history', () => {
  const record = after([{}, '2026-03-01'], [{ stage: 'applied' }, '2026-03-03']);
  const { stage_history, ...others } = record;
  for (const sent of [
    { ...record, stage: 'offer' },
    { ...others, stage: 'offer' },
  ]) {
    const outcome = apply(application, record, { op: 'replace', record: sent }, { id: ID, now: NOW });
    expect('record' in outcome && outcome.record.stage_history).toEqual([
      ...(stage_history as []),
      row('offer', '2026-03-12'),
    ]);
  }
});

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
const sent = fc.record(
  {
    stage: fc.constantFrom(...STAGE_KEYS, null),
    outcome: fc.constantFrom(...Object.keys(OUTCOMES), null),
    applied_on: fc.oneof(day, fc.constant(null)),
    stage_history: fc.array(
      fc.record({
        stage: fc.constantFrom(...STAGE_KEYS),
        outcome: fc.constantFrom(...Object.keys(OUTCOMES), null),
        on: day,
      }),
      { maxLength: 4 },
    ),
  },
  { requiredKeys: [] },
);

test('whatever is sent, stage, outcome, history and the day of applying never contradict each other', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(sent, day), { maxLength: 8 }), (edits) => {
      let record = after([{}, '2026-02-10']);
      for (const [edit, on] of edits) {
        const outcome = changed(record, edit, on);
        if ('record' in outcome) record = outcome.record;
        const rows = record.stage_history as readonly StageRow[];
        const last = rows.at(-1);
        expect([record.stage, record.outcome]).toEqual([last?.stage, last?.outcome]);
        for (const { stage, outcome } of rows) expect(stage === 'closed').toBe(outcome !== null);
        expect(rows.map((one) => one.on)).toEqual(rows.map((one) => one.on).toSorted());
        const applied = rows.find(({ stage }) => stage === 'applied');
        if (applied) expect(record.applied_on).toBe(applied.on);
      }
    }),
    { numRuns: 500 },
  );
});
