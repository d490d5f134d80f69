import { describe, expect, test } from 'vitest';
import { storyApplications, storyContacts } from '../entry/story.ts';
import { application } from './application.ts';
import { apply } from './changes.ts';
import { contact } from './contact.ts';
import type { AnyRecord, Noun } from './noun.ts';
import { applyAny } from './reinstate.ts';

const id = '01a202b0-fd96-7467-bc97-4ce076239447';
const now = '2026-03-10T09:00:00.000Z';
const exported = {
  contact_id: id,
  name: 'Ada',
  email: 'ada@example.org',
  status: 'ghosted',
  created_at: '2025-11-02T08:00:00.000Z',
  updated_at: '2026-01-02T08:00:00.000Z',
  version: 7,
  deleted_at: null,
  recent_changes: ['one-change'],
};

const reinstated = (record: object, current?: AnyRecord) =>
  applyAny(contact, current, { op: 'reinstate', record: { ...record } }, { id, now });

function recordOf(outcome: ReturnType<typeof apply>): AnyRecord {
  if ('problem' in outcome) throw new Error(outcome.problem.detail);
  return outcome.record;
}

describe('a record that is reinstated', () => {
  test('is as it was exported, but that it was written now', () => {
    expect(recordOf(reinstated(exported))).toMatchObject({ ...exported, updated_at: now });
  });

  test('keeps its histories, and none is added to', () => {
    const story: readonly (readonly [Noun, readonly object[]])[] = [
      [contact, storyContacts('2026-03-10')],
      [application, storyApplications('2026-03-10')],
    ];
    for (const [noun, records] of story) {
      for (const record of records) {
        const [id = ''] = Object.values(record);
        const outcome = applyAny(noun, undefined, { op: 'reinstate', record: { ...record } }, { id, now });
        expect(recordOf(outcome)).toEqual({ ...record, updated_at: now });
      }
    }
  });

  test('changes nothing the second time', () => {
    const once = recordOf(reinstated(exported));
    expect(reinstated(exported, once)).toEqual({ record: once, changed: false });
  });

  test('never overwrites one that stands with other values', () => {
    const once = recordOf(reinstated(exported));
    const edited = recordOf(apply(contact, once, { op: 'edit', record: { phone: '1' } }, { id, now }));
    expect(reinstated(exported, edited)).toMatchObject({ problem: { code: 'already_exists', record: edited } });
  });

  test('takes the place of its tombstone with a version of its own', () => {
    const once = recordOf(reinstated(exported));
    const removed = recordOf(apply(contact, once, { op: 'remove' }, { id, now }));
    expect(reinstated(exported, removed)).toMatchObject({ record: { version: 9, deleted_at: null }, changed: true });
  });

  test.each([
    ['created_at', { created_at: 'yesterday' }],
    ['version', { version: 0 }],
    ['version', { version: '7' }],
    ['deleted_at', { deleted_at: now }],
    ['contact_id', { contact_id: '01a202b0-fd96-7467-bc97-4ce076239448' }],
    ['email', { email: 'none' }],
    ['nickname', { nickname: 'A' }],
  ])('with a wrong %s is refused by name', (field, wrong) => {
    expect(reinstated({ ...exported, ...wrong })).toMatchObject({
      problem: { code: 'invalid_fields', errors: [{ field }] },
    });
  });

  test('that contradicts itself is refused', () => {
    const record = { position: 'Engineer', stage: 'offer', outcome: 'rejected', created_at: now, version: 1 };
    const outcome = applyAny(application, undefined, { op: 'reinstate', record }, { id, now });
    expect(outcome).toMatchObject({ problem: { errors: [{ field: 'outcome', code: 'contradiction' }] } });
  });
});
