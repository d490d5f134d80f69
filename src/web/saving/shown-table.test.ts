import { describe, expect, test } from 'vitest';
import { madeRecord } from '../../../test/made-record.ts';
import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { settings } from '../../domain/settings.ts';
import { stagesFor } from '../../domain/stage-names.ts';
import { TABLES } from '../../interop/csv/formats.ts';
import { headOf, sourceOf } from '../../interop/import/source.ts';
import { columnFields, fieldsOf } from '../columns.ts';
import { say } from '../words/say.ts';
import { columnsOfJobs, columnsOfList, shownCsv } from './shown-table.ts';

const TODAY = '2026-03-10';

const ada = madeRecord(contact, 1, {
  name: 'Ada Lee',
  email: 'ada@acme.example',
  phone: '+41 79 555 01 01',
  kind: 'agency_recruiter',
  tags: ['remote', 'visa'],
  next_follow_up: '2026-03-12',
  last_contacted: '2026-03-01T10:00:00+01:00',
  notes: '=HYPERLINK("https://x.example")',
});

async function readBack(text: string) {
  const source = sourceOf('saved.csv', text);
  const head = await headOf(source);
  const format = TABLES.find((one) => one.recognises(head));
  const items = [];
  const reading = { today: TODAY, zone: 'UTC', own: { names: [], emails: [] }, mappings: {} };
  for await (const item of format?.read(source, reading) ?? []) if ('found' in item) items.push(item.found);
  return items;
}

describe('a list as it is shown', () => {
  test('has the columns that are shown in their order by their labels, days as ISO 8601, and nothing that runs', () => {
    const columns = columnsOfList(fieldsOf(contact, ['name', 'next_follow_up', 'kind', 'tags', 'notes', 'company']));
    expect(shownCsv(columns, [ada]).split('\r\n')).toEqual([
      '\uFEFFName,Next follow-up,Kind,Tags,Notes,Company',
      `Ada Lee,2026-03-12,${say.schema.choice('kind', 'agency_recruiter', contact.fields.kind)},"remote, visa","'=HYPERLINK(""https://x.example"")",`,
      '',
    ]);
  });

  test('comes back through the import with every field that was shown', async () => {
    const fields = columnFields(contact.fields);
    const items = await readBack(shownCsv(columnsOfList(fields), [ada]));
    const shown = Object.fromEntries(fields.map(([name]) => [name, ada[name as keyof typeof ada]]));
    const filled = Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== null && value !== false));
    expect(items).toMatchObject([{ fields: filled }]);
  });
});

describe('the table of applications', () => {
  const stages = stagesFor(
    madeRecord(settings, 9, { stages: [{ stage: 'screening', name: 'First call', is_hidden: false }] }),
  );
  const job = (values: Readonly<Record<string, unknown>>) => {
    const history = [{ stage: values.stage, on: '2026-03-01', outcome: values.outcome ?? null }];
    return madeRecord(application, 2, { position: 'Engineer', stage_history: history, ...values });
  };
  const cells = (values: Readonly<Record<string, unknown>>) => {
    const columns = columnsOfJobs(stages, TODAY);
    const [row] = [columns.map(({ label, cellOf }) => [label, cellOf(job(values))])];
    return Object.fromEntries(row ?? []);
  };

  test('calls stages as the person does, and has no words where a number or a day is meant', () => {
    const found = cells({
      stage: 'screening',
      deadline: '2026-04-01',
      next_action: 'Call',
      next_action_on: '2026-03-11',
    });
    expect(found).toMatchObject({
      Position: 'Engineer',
      Stage: 'First call',
      'Days in stage': 9,
      Deadline: '2026-04-01',
      Company: null,
    });
  });

  test('has nothing that comes next where it is closed, as on the screen', () => {
    const found = cells({ stage: 'closed', outcome: 'rejected', deadline: '2026-04-01', next_action: 'Call' });
    expect(found).toMatchObject({
      Deadline: null,
      'Next action': null,
      Outcome: say.schema.choice('outcome', 'rejected', application.fields.outcome),
    });
  });
});
