import { expect, test } from 'vitest';
import { madeRecord } from '../../test/made-record.ts';
import { apply, type Operation } from './changes.ts';
import { contact } from './contact.ts';

const REACHED = madeRecord(contact, 1, { name: 'Ann', email: 'ann@example.org' });
const UNREACHED = madeRecord(contact, 1, { name: 'Ann', email: null, needs_email: true });
const REQUIRED = { field: 'email', code: 'required', detail: 'E-mail is required.' };

function made(before: typeof REACHED | undefined, op: Operation['op'], record: Record<string, unknown>) {
  const outcome = apply(
    contact,
    before,
    { op, record },
    { id: REACHED.contact_id as string, now: '2026-03-01T09:00:00Z' },
  );
  if ('problem' in outcome) return outcome.problem.errors;
  return [outcome.record.email, outcome.record.needs_email];
}

test.each([
  ['a new one with an e-mail', undefined, 'create', { name: 'Ann', email: 'a@example.org' }, ['a@example.org', false]],
  ['a new one without', undefined, 'create', { name: 'Ann' }, [REQUIRED]],
  ['a new one without, unmarked by name', undefined, 'create', { name: 'Ann', needs_email: false }, [REQUIRED]],
  ['a new one without, marked', undefined, 'create', { name: 'Ann', needs_email: true }, [null, true]],
  [
    'a new one with an empty text, marked',
    undefined,
    'create',
    { name: 'Ann', email: '', needs_email: true },
    [null, true],
  ],
  [
    'a mark beside an e-mail',
    undefined,
    'create',
    { name: 'A', email: 'a@b.example', needs_email: true },
    ['a@b.example', false],
  ],
  ['an e-mail that is given', UNREACHED, 'edit', { email: 'a@example.org' }, ['a@example.org', false]],
  ['another field of one without', UNREACHED, 'edit', { phone: '1' }, [null, true]],
  ['no e-mail again', UNREACHED, 'edit', { email: null }, [null, true]],
  ['the mark taken away alone', UNREACHED, 'edit', { needs_email: false }, [REQUIRED]],
  ['an e-mail that is emptied', REACHED, 'edit', { email: '' }, [REQUIRED]],
  ['a mark on one with an e-mail', REACHED, 'edit', { needs_email: true }, ['ann@example.org', false]],
  ['an e-mail that is taken back', REACHED, 'edit', { email: null, needs_email: true }, [null, true]],
  ['a replacement without', UNREACHED, 'replace', { name: 'Ann' }, [REQUIRED]],
  ['a replacement as it was read', UNREACHED, 'replace', { name: 'Bea', email: null, needs_email: true }, [null, true]],
  ['a blank that is no address', UNREACHED, 'edit', { email: ' ' }, [REQUIRED]],
] as const)('e-mail and mark agree: %s', (_, before, op, record, expected) => {
  expect(made(before, op, record)).toEqual(expected);
});

test('a missing e-mail is named beside all else that is wrong', () => {
  const wrong = [{ field: 'name' }, { field: 'email', code: 'required' }, { field: 'kind' }];
  expect(made(undefined, 'create', { kind: 'aunt' })).toMatchObject(wrong);
  expect(made(REACHED, 'edit', { name: '', email: '', kind: 'aunt' })).toMatchObject(wrong);
});
