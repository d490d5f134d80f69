import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { idOf } from '../../src/domain/noun.ts';
import { NOUNS } from '../../src/domain/nouns.ts';
import { joined, type Source } from '../../src/interop/import/source.ts';
import { archiveOf } from '../../src/interop/linkedin/fixtures/files.ts';
import { newFolder } from '../folder.ts';
import { startLaptop } from '../laptop-process.ts';
import { addRecords } from './harness.ts';
import {
  apply,
  choose,
  file,
  fixturePath,
  give,
  isPlanned,
  openImport,
  planRow,
  recordsOf,
  recordWith,
} from './import-steps.ts';
import { useStage } from './stage.ts';

const stage = useStage([]);
const known = (type: string, field: string, value: string) => recordWith(stage.url, type, field, value);

const letter = (name: string) => readFileSync(fixturePath(`email/fixtures/${name}.eml`), 'utf8');

const mailbox = (...names: readonly string[]) =>
  file('mail.mbox', names.map((name) => `From - Thu Mar  5 10:00:00 2026\n${letter(name)}\n`).join('\n'));

async function fileOf({ name, stream }: Source) {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream()) pieces.push(piece);
  return file(name, joined(pieces));
}

const saying = (page: Page, title: string) => page.getByRole('combobox', { name: `What “${title}” says` });

test('a message: whose it is, is asked, remembered, and decides who wrote to whom', async () => {
  const page = await openImport(stage);
  await give(page, file('sent.eml', letter('apple-mail')));
  await planRow(page, 'Ada Berg').waitFor();
  await page.getByLabel('Your own e-mail addresses').fill('ada.berg@example.org');
  await page.getByRole('button', { name: 'Read again' }).click();
  await planRow(page, 'Ben Okafor').waitFor();
  expect(await planRow(page, 'Ada Berg').count()).toBe(0);
  await apply(page);
  await expect.poll(() => known('interactions', 'source_id', 'A1B2C3@example.org')).toMatchObject({ direction: 'out' });
  await page.getByRole('button', { name: 'Bring in more' }).click();
  await give(page, file('received.eml', letter('outlook-invitation')));
  expect(await page.getByLabel('Your own e-mail addresses').inputValue()).toBe('ada.berg@example.org');
  await page.goto(`${stage.url}/contacts?q=okafor`);
  await page.getByRole('link', { name: 'Ben Okafor' }).click();
  const panel = page.getByRole('complementary');
  await panel.getByText('Re: Data Engineer').waitFor();
  await panel.getByText('Tuesday at 10 works').waitFor();
});

test('a mailbox: what its messages say is accepted, said to be something else, or dismissed', async () => {
  await addRecords(stage.url, 'applications', [
    { position: 'Analytics Engineer', company: 'Blue Harbor', stage: 'applied' },
    { position: 'Tester', company: 'Contoso', stage: 'applied' },
  ]);
  const page = await openImport(stage);
  await give(page, mailbox('greenhouse-confirmation', 'lever-rejection', 'workday-assessment', 'newsletter'));
  // The one address that is in all of them is the person's own.
  expect(await planRow(page, 'Ada Berg').count()).toBe(0);
  await page.getByRole('button', { name: 'Left out 1' }).waitFor();
  const confirmation = saying(page, 'Thank you for applying to Northwind');
  await confirmation.selectOption('a rejection');
  await confirmation.selectOption('a confirmation of your application');
  await saying(page, 'Your application to Blue Harbor').selectOption('an offer');
  await saying(page, 'Next step').selectOption('Nothing of the kind');
  await page.getByRole('button', { name: 'Import 1 contact, 2 applications, and 3 conversations' }).waitFor();
  await apply(page);
  const application = (company: string) => known('applications', 'company', company);
  await expect.poll(() => application('Northwind')).toMatchObject({ position: 'Data Engineer', stage: 'applied' });
  expect(await application('Blue Harbor')).toMatchObject({ stage: 'offer', outcome: null });
  expect(await application('Contoso')).toMatchObject({ stage: 'applied' });
  expect(await known('interactions', 'subject', 'Thank you for applying to Northwind')).toMatchObject({
    application_id: (await application('Northwind'))?.application_id,
    contact_id: null,
  });
});

test('a LinkedIn archive: who came without an e-mail is found by the filter for that', async () => {
  const page = await openImport(stage);
  await give(page, await fileOf(archiveOf('2023')));
  await apply(page);
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Contacts' }).click();
  await page.getByRole('button', { name: /^Needs e-mail/ }).click();
  await page.getByRole('link', { name: 'Rita Okonkwo' }).waitFor();
  await page.getByRole('link', { name: 'Ben Okafor' }).waitFor({ state: 'detached' });
  await expect
    .poll(() => known('contacts', 'name', 'Rita Okonkwo'))
    .toMatchObject({ email: null, needs_email: true, company: 'Harbour Talent' });
});

/** Drops files as a file manager does; gives whether the app took them, so that the browser does not open them. */
function drop(page: Page, place: string, files: Readonly<Record<string, string>>): Promise<boolean> {
  return page.locator(place).evaluate((element, contents) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(contents)) dataTransfer.items.add(new File([text], name));
    const event = (type: string) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
    element.dispatchEvent(event('dragover'));
    return !element.dispatchEvent(event('drop'));
  }, files);
}

test.each([
  ['onto their frame', '.drop'],
  ['beside it', 'nav'],
])('files are dropped %s', async (_, place) => {
  const page = await openImport(stage);
  const dropped = { 'some.csv': 'Name,E-mail\nMia M,mia@example.org\n', 'more.vcf': CARD };
  expect(await drop(page, place, dropped)).toBe(true);
  await isPlanned(page);
  await page.getByRole('button', { name: 'Import 2 contacts' }).waitFor();
  // What is planned is not lost by another file that comes.
  expect(await drop(page, 'nav', { 'other.csv': 'Name\nZed\n' })).toBe(true);
  await page.getByRole('button', { name: 'Import 2 contacts' }).waitFor();
});

const CARD = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Noa N\r\nEMAIL:noa@example.org\r\nEND:VCARD\r\n';

test('what cannot be read is refused by its name with what to do, and takes nothing else with it', async () => {
  const refused = [
    [file('people.xlsx', zipSync({ '[Content_Types].xml': bytes(10), 'xl/a.xml': bytes(10) })), /Save it as CSV/],
    [file('none.csv', ''), /export it again/],
    [
      file(
        'noise.bin',
        Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256),
      ),
      /These can: .*vCard/,
    ],
    [file('bomb.zip', zipSync({ 'people.csv': bytes(24 * 1024 ** 2) })), /far more than it may hold\. Unpack it/],
  ] as const;
  const page = await openImport(stage);
  const [first] = refused;
  await choose(page, first[0]);
  await page.getByRole('heading', { name: 'people.xlsx was not read' }).waitFor();
  await page.getByRole('alert').filter({ hasText: first[1] }).waitFor();
  await page.getByRole('button', { name: 'Choose other files' }).click();

  const files = refused.map(([one]) => one);
  await give(page, files);
  await page.getByText('Nothing in it could be read').waitFor();
  expect(await page.getByRole('button', { name: 'Nothing to import' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Cancel' }).click();

  await give(page, [...files, file('good.csv', 'Name,E-mail\nOle O,ole@example.org\n')]);
  await page.getByRole('button', { name: 'Import 1 contact' }).waitFor();
  await page.getByRole('button', { name: 'Not readable 4' }).click();
  for (const [{ name }, remedy] of refused) {
    await page.locator('.bad-row').filter({ hasText: name }).filter({ hasText: remedy }).waitFor();
  }
  await apply(page);
  await expect.poll(() => known('contacts', 'email', 'ole@example.org')).toMatchObject({ name: 'Ole O' });
});

const bytes = (length: number) => new Uint8Array(length);

test('without a network a file is read, brought in and seen; it arrives later', async () => {
  const page = await openImport(stage, { serviceWorkers: 'allow' });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole('button', { name: 'Choose files…' }).waitFor();
  await give(page, file('later.csv', 'Name,E-mail\nPia P,pia@example.org\n'));
  await apply(page);
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Contacts' }).click();
  await page.getByRole('link', { name: 'Pia P' }).waitFor();
  expect(await known('contacts', 'email', 'pia@example.org')).toBeUndefined();
  await page.context().setOffline(false);
  await expect.poll(() => known('contacts', 'email', 'pia@example.org')).toMatchObject({ name: 'Pia P' });
});

test('an export put back into an empty laptop gives every record as it was', async () => {
  await addRecords(stage.url, 'contacts', [{ name: 'Quentin Q', email: 'quentin@example.org' }]);
  await addRecords(stage.url, 'views', [{ name: 'Stale', address: 'sort=name' }]);
  await addRecords(stage.url, 'tasks', [{ title: 'Write to Quentin', due_on: '2026-03-09' }]);
  const page = await openImport(stage);
  await give(page, file('q.csv', 'Name,E-mail,Phone\nQuentin Q,quentin@example.org,1\n'));
  await apply(page);
  await expect.poll(() => known('contacts', 'email', 'quentin@example.org')).toMatchObject({ phone: '1' });
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export everything' }).click(),
  ]);
  const folder = newFolder();
  const other = await startLaptop(['--data', folder.path]);
  try {
    const there = await openImport({ browser: stage.browser, url: other.url });
    await choose(there, await saved.path());
    await there.getByRole('button', { name: 'Put it back' }).click();
    await there.getByText(/records are back/).waitFor();
    expect(await everything(other.url)).toEqual(await everything(stage.url));
    await there.getByRole('button', { name: 'Bring in more' }).click();
    await there.getByRole('button', { name: 'Undo the import of q.csv' }).click();
    await expect
      .poll(() => recordWith(other.url, 'contacts', 'email', 'quentin@example.org'))
      .toMatchObject({ phone: null });
  } finally {
    await other.stop();
    folder.remove();
  }
});

/** All records by their nouns, without the one thing that a server says anew. */
async function everything(url: string): Promise<object> {
  const all = NOUNS.map(async (noun) => {
    const records = await recordsOf(url, noun.type);
    const sorted = records.toSorted((one, other) => (idOf(noun, one) < idOf(noun, other) ? -1 : 1));
    return [noun.type, sorted.map((record) => ({ ...record, updated_at: null }))] as const;
  });
  return Object.fromEntries(await Promise.all(all));
}
