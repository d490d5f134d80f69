import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { shell } from '../../../test/cli-shell.ts';

async function lived() {
  const touchbase = shell();
  const { run } = touchbase;
  const lines = [
    [
      'contact',
      '--name',
      'Ada Lee',
      '--email',
      'ada@example.org',
      '--company',
      'Acme',
      '--next-follow-up',
      '2026-03-12',
    ],
    ['contact', '--name', '=HYPERLINK("x")', '--email', 'bo@example.org', '--next-follow-up', '2026-03-01'],
    ['application', '--position', 'Engineer', '--company', 'Acme', '--stage', 'applied', '--deadline', '2026-04-01'],
    ['task', '--title', 'Write', '--due-on', '2026-03-11', '--contact', 'ada'],
  ];
  for (const line of lines) expect(await run(['add', ...line])).toMatchObject({ code: 0 });
  return touchbase;
}

const text = (binary: string) => strFromU8(strToU8(binary, true));

const summaries = (calendar: string) =>
  new ICAL.Component(ICAL.parse(calendar))
    .getAllSubcomponents('vevent')
    .map((event) => String(event.getFirstPropertyValue('summary')))
    .toSorted();

describe('touchbase export', () => {
  test('writes what list would find as CSV, cards or a calendar to the standard output, and remarks beside it', async () => {
    const { run } = await lived();
    const csv = await run(['export', '--as', 'csv', 'contacts', 'acme', '--to', '-']);
    expect(csv).toMatchObject({ code: 0, note: 'Exported 1 contact.\n' });
    expect(csv.out).toMatch(/^\xEF\xBB\xBFcontact_id,name,[^\r]*\r\n[^\r]*,Ada Lee,[^\r]*,ada@example.org,[^\r]*\r\n$/);
    const cards = await run(['export', '--as', 'vcard', '--sort', 'created', '--to', '-']);
    expect(ICAL.parse(text(cards.out))).toHaveLength(2);
    const calendar = await run(['export', '--as', 'ics', 'tasks', '--to', '-']);
    expect(summaries(text(calendar.out))).toEqual(['Write']);
  });

  test('guards what a spreadsheet would run', async () => {
    const { run } = await lived();
    expect((await run(['export', '--as', 'csv', '--due', 'overdue', '--to', '-'])).out).toContain(
      `"'=HYPERLINK(""x"")"`,
    );
  });

  test('has every date in the calendar, and with --ahead those from today on', async () => {
    const { run } = await lived();
    const all = await run(['export', '--as', 'ics', '--to', '-']);
    expect(summaries(text(all.out))).toEqual([
      'Deadline: Engineer at Acme',
      'Follow up with =HYPERLINK("x")',
      'Follow up with Ada Lee (Acme)',
      'Write',
    ]);
    const ahead = await run(['export', '--as', 'ics', '--ahead', '--to', '-']);
    expect(summaries(text(ahead.out))).toEqual([
      'Deadline: Engineer at Acme',
      'Follow up with Ada Lee (Acme)',
      'Write',
    ]);
  });

  test('goes to a file, and over none that is there', async () => {
    const { folder, run } = await lived();
    const file = join(folder, 'people.vcf');
    const line = ['export', '--as', 'vcard', '--to', file];
    expect(await run(line)).toMatchObject({ code: 0, out: `Exported 2 contacts to ${file}.\n` });
    expect(readFileSync(file, 'utf8')).toContain('FN:Ada Lee');
    expect(await run(line)).toMatchObject({ code: 4 });
  });

  test('gives the ZIP to the standard output, but not to a screen', async () => {
    const { run } = await lived();
    const { out, note } = await run(['export', '-']);
    expect(Object.keys(unzipSync(strToU8(out, true)))).toContain('contacts.vcf');
    expect(note).toBe('Exported 2 contacts, 1 application, 1 task.\n');
    expect(await run(['export', '-'], { width: 80 })).toMatchObject({ code: 2, out: '' });
  });

  test.each([
    [['--as', 'pdf'], '--as takes csv, vcard, ics'],
    [['--as', 'vcard', 'tasks'], 'Only contacts'],
    [['--as', 'csv', '--ahead'], '--ahead goes with --as ics'],
    [['--stage', 'applied'], 'The ZIP has everything'],
  ])('says why it does not take %j', async (line, why) => {
    expect(await shell().run(['export', ...line])).toMatchObject({ code: 2, note: expect.stringContaining(why) });
  });
});
