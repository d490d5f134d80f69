import { expect, test } from 'vitest';
import { madeRecord } from '../../../test/made-record.ts';
import { contact } from '../../domain/contact.ts';
import type { Write } from '../../interop/import/plan.ts';
import { PlanRecords } from './plan-records.ts';
import { valueWords } from './value-words.ts';

const ada = madeRecord(contact, 1, { name: 'Ada Lee', email: 'ada@acme.example' });

const job: Write = {
  key: '1',
  type: 'applications',
  id: 'job',
  before: undefined,
  record: {
    position: 'Engineer',
    notes: 'Salary: lots',
    contact_ids: [{ contact_id: ada.contact_id, role: 'Recruiter' }],
  },
};

const records = new PlanRecords(
  { writes: [job] },
  { record: ({ type, id }) => (type === 'contacts' && id === ada.contact_id ? ada : undefined) },
);

test('a new record is shown as it will be written, with what went into its notes', () => {
  const row = { type: 'applications', id: 'job', action: 'create', fields: { position: 'Engineer' } } as const;
  expect(records.fieldsOf(row)).toMatchObject({ notes: 'Salary: lots' });
  expect(records.fieldsOf({ ...row, id: 'other' })).toEqual({ position: 'Engineer' });
});

test('a record that is here is told from its like by what stands', () => {
  const row = { type: 'contacts', id: String(ada.contact_id), action: 'update', fields: {} } as const;
  expect(records.fieldsOf(row)).toMatchObject({ email: 'ada@acme.example' });
});

test('another record is shown by its name, whether it is here or comes with the same import', () => {
  const words = (type: string, name: string, value: unknown) => valueWords(type, name, value, records.nameOf);
  expect(words('applications', 'contact_ids', job.record.contact_ids)).toBe('Ada Lee, Recruiter');
  expect(words('interactions', 'application_id', 'job')).toBe('Engineer');
  expect(words('interactions', 'contact_id', 'nobody')).toBe('');
});
