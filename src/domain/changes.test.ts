import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, type Operation } from './changes.ts';
import { contact } from './contact.ts';
import type { AnyRecord } from './noun.ts';

const context = { id: '01a202b0-fd96-7467-bc97-4ce076239447', now: '2026-03-10T09:00:00.000Z' };
const later = { ...context, now: '2026-03-10T10:00:00.000Z' };

function created(record: Record<string, unknown> = {}): AnyRecord {
  const outcome = apply(
    contact,
    undefined,
    { op: 'create', record: { name: 'Ada', email: 'ada@example.org', ...record } },
    context,
  );
  if ('problem' in outcome) throw new Error(outcome.problem.detail);
  return outcome.record;
}

describe('a change', () => {
  test('does not alter the record that it is applied to', () => {
    const before = created();
    const copy = structuredClone(before);
    apply(contact, before, { op: 'edit', record: { phone: '1' } }, later);
    expect(before).toEqual(copy);
  });

  test('that changes nothing makes no version', () => {
    const record = created({ tags: ['a'], phone: '' });
    const outcome = apply(contact, record, { op: 'edit', record: { tags: ['a'], phone: null, name: 'Ada' } }, later);
    expect(outcome).toEqual({ record, changed: false });
  });

  test('of a record that is not there is refused, but a create', () => {
    for (const op of ['replace', 'edit', 'remove', 'restore'] as const) {
      expect(apply(contact, undefined, { op }, context)).toMatchObject({ problem: { code: 'not_found' } });
    }
  });

  test('of a deleted record is refused until it is restored', () => {
    const removed = apply(contact, created(), { op: 'remove' }, later);
    if ('problem' in removed) throw new Error(removed.problem.detail);
    const edit = { op: 'edit', record: { phone: '1' } } as const;
    expect(apply(contact, removed.record, edit, later)).toMatchObject({ problem: { code: 'deleted' } });
    const restored = apply(contact, removed.record, { op: 'restore' }, later);
    expect(restored).toMatchObject({ record: { deleted_at: null, version: 3 }, changed: true });
  });

  test('that arrives twice finds its own result, whatever it was', () => {
    fc.assert(
      fc.property(operation, fc.boolean(), (one, isDeleted) => {
        const start = created({ phone: '0' });
        const before = isDeleted ? { ...start, version: 2, deleted_at: context.now } : start;
        const sent = { ...one, version: before.version };
        const first = apply(contact, before, sent, context);
        if ('problem' in first) return;
        expect(apply(contact, first.record, sent, later)).toEqual({ record: first.record, changed: false });
      }),
    );
  });

  test('adds exactly one to the version, and keeps the id and the time of creation', () => {
    fc.assert(
      fc.property(operation, (one) => {
        const before = created({ phone: '0' });
        const after = apply(contact, before, one, later);
        if ('problem' in after || !after.changed) return;
        const { contact_id, created_at } = before;
        expect(after.record).toMatchObject({ contact_id, created_at, version: 2, updated_at: later.now });
      }),
    );
  });
});

const fields = fc.record(
  {
    name: fc.constantFrom('Ada', 'Bo', ''),
    email: fc.constantFrom('ada@example.org', 'bad'),
    phone: fc.constantFrom('0', '1', null),
    tags: fc.constantFrom([], ['a']),
  },
  { requiredKeys: [] },
);
const operation: fc.Arbitrary<Operation> = fc.record({
  op: fc.constantFrom('replace', 'edit', 'remove', 'restore'),
  record: fields,
});

describe('a change that comes again by its id', () => {
  const id = 'change-0001';
  const edit = (phone: string, change_id: string, version?: number): Operation => ({
    ...{ op: 'edit', record: { phone }, change_id },
    ...(version !== undefined && { version }),
  });
  const made = (record: AnyRecord, operation: Operation): AnyRecord => {
    const outcome = apply(contact, record, operation, later);
    if ('problem' in outcome) throw new Error(outcome.problem.detail);
    return outcome.record;
  };

  test('changes nothing, although another was made in its place since and its version is stale', () => {
    const overwritten = made(made(created(), edit('1', id, 1)), edit('2', 'change-0002', 2));
    expect(apply(contact, overwritten, edit('1', id, 1), later)).toEqual({ record: overwritten, changed: false });
  });

  test('changes nothing where it was a removal and the record was restored since', () => {
    const restored = made(made(created(), { op: 'remove', change_id: id }), {
      op: 'restore',
      change_id: 'change-0002',
    });
    expect(apply(contact, restored, { op: 'remove', change_id: id }, later)).toEqual({
      record: restored,
      changed: false,
    });
  });

  test('is known for the latest changes, so that a record does not grow without end', () => {
    const many = Array.from({ length: 20 }, (_, n) => edit(String(n), `change-${n + 10}`));
    const record = many.reduce(made, created());
    expect(record.recent_changes).toHaveLength(8);
    expect(record.recent_changes?.at(-1)).toBe('change-29');
  });
});
