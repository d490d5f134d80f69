import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { numberedId } from '../made-record.ts';
import { addRecords, openPage } from './harness.ts';
import { focusIsOn, press } from './keys.ts';
import { useStage } from './stage.ts';
import { violations } from './violations.ts';

const [MARTA, JONAS, AIKO] = [1, 2, 3].map(numberedId);
const people = [
  { contact_id: MARTA, name: 'Marta Kowalczyk', email: 'marta@example.org', company: 'TalentBridge' },
  { contact_id: JONAS, name: 'Jonas Frei', email: 'jonas@example.org', company: 'Nordwind AG' },
  { contact_id: AIKO, name: 'Aiko Tanaka', email: 'aiko@example.org', company: 'Nordwind AG' },
];
const HOSTILE = '<img src=x onerror=alert(1)>"><script>alert(2)</script>';

const stage = useStage(people);
let made = 100;

/** Adds an application and opens its page. */
async function open(fields: Readonly<Record<string, unknown>> = {}, options: Parameters<typeof openPage>[2] = {}) {
  const id = numberedId(++made);
  const record = { application_id: id, position: `Welder ${made}`, company: `Works ${made}`, ...fields };
  await addRecords(stage.url, 'applications', [record]);
  const { page, troubles } = await openPage(stage.browser, `${stage.url}/applications/${id}`, options);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('region', { name: 'Facts' }).waitFor();
  return { page, troubles, id };
}

/** Waits until the server has these fields of an application. */
async function isSaved(id: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
  const read = async () => (await fetch(`${stage.url}/v1/applications/${id}`)).json();
  await expect.poll(read, { timeout: 15_000 }).toMatchObject(fields);
}

const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

const HISTORY = {
  stage: 'applied',
  stage_history: [
    { stage: 'saved', on: '2026-01-05' },
    { stage: 'applied', on: '2026-01-10' },
  ],
};

describe('by mouse', () => {
  test('a press on a fact edits it; what is not filled in is offered; the salary is one line', async () => {
    const { page, id } = await open({ location: 'Bern' });
    const facts = part(page, 'Facts');
    await facts.getByRole('button', { name: 'Location: Bern. Edit' }).click();
    const location = facts.getByLabel('Location', { exact: true });
    expect(await location.evaluate((element) => element === document.activeElement)).toBe(true);
    await location.fill('Basel');
    await facts.getByRole('button', { name: 'Save', exact: true }).click();
    await facts.getByRole('button', { name: 'Location: Basel. Edit' }).waitFor();
    await facts.getByRole('button', { name: 'Fill in Salary' }).click();
    await facts.getByLabel('Salary from', { exact: true }).fill('95000');
    await facts.getByLabel('Salary to', { exact: true }).fill('110000');
    await facts.getByLabel('Currency', { exact: true }).fill('CHF');
    await facts.getByLabel('Salary per', { exact: true }).selectOption('year');
    await facts.getByRole('button', { name: 'Save', exact: true }).click();
    await facts.getByText('CHF 95,000–110,000 a year').waitFor();
    await isSaved(id, { location: 'Basel', salary_min: 95_000, salary_period: 'year' });
  });

  test('the client of an agency is revealed, and what was typed is kept when the form is closed', async () => {
    const { page } = await open({ company: null, via: 'TalentBridge' });
    await page.getByText('Unknown client').waitFor();
    await page.getByRole('button', { name: 'Say who it is' }).click();
    const facts = part(page, 'Facts');
    await facts.getByLabel('Company', { exact: true }).fill('Nordwind');
    await facts.getByRole('button', { name: 'Stop editing: Facts' }).click();
    await facts.getByText('Not saved yet.').waitFor();
    await page.reload();
    const company = facts.getByLabel('Company', { exact: true });
    await company.waitFor();
    expect(await company.inputValue()).toBe('Nordwind');
    await facts.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('main').getByText('Nordwind', { exact: true }).first().waitFor();
    expect(await page.getByText('Unknown client').count()).toBe(0);
  });

  test('a stage is moved today at once, and closing asks how it ended', async () => {
    const { page, id } = await open({ stage: 'applied' });
    await page.getByRole('button', { name: 'Applied', exact: true }).click();
    await page.getByRole('button', { name: 'Screening', exact: true }).click();
    await page.getByRole('button', { name: 'Screening', exact: true }).click();
    await page.getByRole('button', { name: 'Closed…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Close it' }).click();
    await dialog.getByText('Choose how it ended.').waitFor();
    await dialog.getByLabel('Rejected').check();
    await dialog.getByLabel(/^Why, as far as you know/).fill('Too far away');
    await dialog.getByRole('button', { name: 'Close it' }).click();
    await page.getByRole('button', { name: 'Closed', exact: true }).waitFor();
    await isSaved(id, {
      stage: 'closed',
      outcome: 'rejected',
      outcome_reason: 'Too far away',
    });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Screening', exact: true }).waitFor();
    await isSaved(id, { stage: 'screening', outcome: null });
  });

  test('a new contact is added with the company, and is one of the people at once', async () => {
    const { page, id } = await open({ company: 'Nordwind AG', via: 'TalentBridge' });
    const of = part(page, 'People');
    await of.getByRole('button', { name: 'Add a new contact' }).click();
    expect(await of.getByLabel('Company', { exact: true }).inputValue()).toBe('Nordwind AG');
    await of.getByLabel('Name', { exact: true }).fill('Dora Weiss');
    await of.getByLabel('E-mail', { exact: true }).fill('dora@example.org');
    await of.getByRole('button', { name: 'Add contact' }).click();
    await of.getByRole('link', { name: 'Dora Weiss' }).waitFor();
    await isSaved(id, { contact_ids: [{ role: null }] });
    await of.getByRole('button', { name: 'Remove Dora Weiss from this application' }).click();
    await of.getByText('Nobody yet.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await of.getByRole('link', { name: 'Dora Weiss' }).click();
    await page.getByRole('complementary').getByRole('heading', { name: 'Dora Weiss' }).waitFor();
  });

  test('a posting of 100,000 characters is kept whole and folded', async () => {
    const { page, id, troubles } = await open();
    const text = `${'We look for a welder. '.repeat(4545)}ten letters`.slice(0, 100_000).padEnd(100_000, '漢');
    const posting = part(page, 'Posting');
    await posting.getByRole('button', { name: 'Keep the text' }).click();
    await posting.getByRole('textbox').fill(text);
    await posting.getByRole('button', { name: 'Save', exact: true }).click();
    await posting.getByRole('button', { name: 'Show all' }).waitFor();
    expect((await posting.locator('.body').textContent())?.length).toBeLessThan(2000);
    await isSaved(id, { description: text });
    await posting.getByRole('button', { name: 'Show all' }).click();
    expect((await posting.locator('.body').textContent())?.length).toBe(100_000);
    expect(troubles).toEqual([]);
  });

  test('a next action is planned, put off and done, and Undo brings it back', async () => {
    const { page, id } = await open();
    const next = part(page, 'Next action');
    await next.getByRole('button', { name: 'Plan it' }).click();
    await next.getByLabel('Next action', { exact: true }).fill('Call Marta');
    await next.getByRole('button', { name: 'Tomorrow' }).click();
    await next.getByRole('button', { name: 'Save', exact: true }).click();
    await next.locator('.due').getByText('Tomorrow').first().waitFor();
    await next.getByRole('button', { name: 'In 3 days' }).click();
    await next.locator('.due').getByText('In 3 days').first().waitFor();
    await next.getByRole('button', { name: 'Done' }).click();
    await next.getByText('Nothing is planned.').waitFor();
    await isSaved(id, { next_action: null, next_action_on: null });
    await page.getByRole('button', { name: 'Undo' }).click();
    await next.getByText('Call Marta').waitFor();
  });

  test('a second submission is warned of, with the way to the first', async () => {
    const role = { position: 'Tunnel Engineer', company: 'Gotthard AG' };
    await open({ ...role, stage: 'applied', via: 'TalentBridge' });
    const { page } = await open({ ...role, company: 'Gotthard' });
    const notice = page.getByRole('complementary', { name: 'You may be submitted twice' });
    await notice.getByText('via TalentBridge').waitFor();
    await notice.getByRole('link', { name: 'Tunnel Engineer · Gotthard AG' }).click();
    await page.getByRole('main').getByText('Gotthard AG', { exact: true }).first().waitFor();
    await notice.getByText('by you directly').waitFor();
  });

  test('what is deleted can be brought back, by Undo and at its address; an address without one says so', async () => {
    const { page, id } = await open({ position: 'Crane operator' });
    await page.getByRole('button', { name: /^Delete Crane operator/ }).click();
    await page.waitForURL('**/applications');
    await page.getByText('Deleted Crane operator').first().waitFor();
    await page.goBack();
    await page.getByText('This application was deleted.').waitFor();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await part(page, 'Facts').waitFor();
    await isSaved(id, { deleted_at: null });
    await page.goto(`${stage.url}/applications/${numberedId(9999)}`);
    await page.getByText('There is no application at this address.').waitFor();
  });
});

describe('by keyboard alone', () => {
  test('a fact is edited, Escape goes back to where it was, and then to the pipeline', async () => {
    const { page, id } = await open({ location: 'Bern' });
    await page.getByRole('button', { name: 'Location: Bern. Edit' }).focus();
    await press(page, 'Enter');
    await focusIsOn(page, 'Bern');
    await press(page, 'Control+a');
    await page.keyboard.type('Thun');
    await press(page, 'Control+Enter');
    await page.getByRole('button', { name: 'Location: Thun. Edit' }).waitFor();
    await focusIsOn(page, 'Edit');
    await isSaved(id, { location: 'Thun' });
    await press(page, 'Enter', 'Escape');
    await focusIsOn(page, 'Edit');
    await press(page, 'Escape');
    await page.waitForURL('**/applications');
  });

  test('a person is found by typing, gets a role, and is taken off again', async () => {
    const { page, id } = await open({ company: 'Nordwind AG' });
    const of = part(page, 'People');
    await of.getByRole('combobox', { name: 'Add a person' }).focus();
    await page.keyboard.type('mar');
    await page.getByRole('option', { name: 'Marta Kowalczyk · TalentBridge' }).waitFor();
    await press(page, 'Enter');
    await of.getByRole('link', { name: 'Marta Kowalczyk' }).waitFor();
    await focusIsOn(page, '');
    await page.keyboard.type('Recruiter');
    await press(page, 'Escape', 'Enter');
    await isSaved(id, { contact_ids: [{ contact_id: MARTA, role: 'Recruiter' }] });
    await focusIsOn(page, 'Recruiter');
    await press(page, 'Tab', 'Enter');
    await of.getByText('Nobody yet.').waitFor();
    await press(page, 'Control+z');
    expect(await of.getByRole('combobox', { name: 'Add a person' }).evaluate((e) => e === document.activeElement)).toBe(
      true,
    );
    await isSaved(id, { contact_ids: [] });
    await press(page, 'Tab', 'Control+z');
    await of.getByRole('link', { name: 'Marta Kowalczyk' }).waitFor();
  });

  test('a stage is moved on a day in the past', async () => {
    const { page, id } = await open(HISTORY);
    await page.getByRole('button', { name: 'Applied', exact: true }).focus();
    await press(page, 'Enter');
    await focusIsOn(page, 'Saved');
    await press(page, 'ArrowUp', 'Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('When it happened').fill('2026-01-15');
    await press(page, 'Enter');
    await page.getByRole('button', { name: 'Screening', exact: true }).waitFor();
    await isSaved(id, {
      stage: 'screening',
      stage_history: [{}, {}, { stage: 'screening', outcome: null, on: '2026-01-15' }],
    });
  });

  test('a history that contradicts itself is refused in words, and what was entered stays', async () => {
    const { page, id } = await open(HISTORY);
    const stages = part(page, 'Stages so far');
    await page.getByRole('button', { name: 'Edit: Stages so far' }).focus();
    await press(page, 'Enter');
    await stages.getByLabel('Date of entry 2').fill('2026-01-03');
    await press(page, 'Enter');
    await stages
      .getByRole('alert')
      .getByText(/^Entry 2: It is dated before the entry above it/)
      .waitFor();
    await page.reload();
    expect(await stages.getByLabel('Date of entry 2').inputValue()).toBe('2026-01-03');
    await stages.getByLabel('Date of entry 1').fill('2026-01-02');
    await stages.getByRole('button', { name: 'Add an entry' }).focus();
    await press(page, 'Enter', 'Control+Enter');
    await stages.getByRole('button', { name: 'Edit: Stages so far' }).waitFor();
    await focusIsOn(page, 'Edit');
    await isSaved(id, {
      applied_on: '2026-01-03',
      stage_history: [{ on: '2026-01-02' }, { on: '2026-01-03' }, { stage: 'applied' }],
    });
  });
});

test('while a new one is typed it is said that the role is gone for already', async () => {
  await open({ position: 'Bridge Engineer', company: 'Simplon AG', via: 'TalentBridge', stage: 'applied' });
  const { page } = await openPage(stage.browser, `${stage.url}/applications/new`);
  await page.getByLabel('Position', { exact: true }).fill('Bridge Engineer');
  await page.getByLabel('Company', { exact: true }).fill('Simplon');
  await page.getByText('For this company and role there is already one via TalentBridge.').waitFor();
});

test('text from people stays text, and only a web address is a link', async () => {
  const { page, troubles } = await open({
    ...{ position: HOSTILE, company: HOSTILE, via: HOSTILE, location: HOSTILE, notes: HOSTILE, next_action: HOSTILE },
    ...{ description: HOSTILE.repeat(1500), tags: [HOSTILE.slice(0, 50)], salary_min: 1, salary_currency: '<b>' },
    ...{ contact_ids: [{ contact_id: JONAS, role: HOSTILE }], url: 'https://example.org/"onclick="alert(3)' },
  });
  await page.getByRole('heading', { level: 1, name: HOSTILE }).waitFor();
  await part(page, 'Posting').getByRole('button', { name: 'Show all' }).click();
  expect(await page.locator('main img, main script, main b, main [onclick]').count()).toBe(0);
  expect(troubles).toEqual([]);
});

const FULL = {
  ...HISTORY,
  ...{ company: 'Nordwind AG', via: 'TalentBridge', location: 'Zürich', salary_min: 95_000, salary_currency: 'CHF' },
  ...{
    url: 'https://example.org/4711',
    tags: ['wind'],
    notes: 'Ask.\n'.repeat(30),
    description: 'A job. '.repeat(500),
  },
  ...{ next_action: 'Call', next_action_on: '2026-01-01', contact_ids: [{ contact_id: AIKO, role: 'Team lead' }] },
};

describe.each([
  ['desktop', { viewport: { width: 1440, height: 900 } }],
  ['phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const)('on a %s, in light and in dark,', (_, screen) => {
  const check = async (page: Page) => {
    expect(await violations(page)).toEqual([]);
    expect(await page.locator('main').evaluate((main) => main.scrollWidth > main.clientWidth)).toBe(false);
  };

  test('the page and what is edited on it have nothing wrong', async () => {
    const { page } = await open({ ...FULL, position: 'Wind Engineer' }, screen);
    await check(page);
    for (const name of ['Facts', 'Stages so far', 'Posting', 'Next action']) {
      await page.getByRole('button', { name: `Edit: ${name}` }).click();
    }
    await page.getByRole('button', { name: 'Add a new contact' }).click();
    await check(page);
  });

  test('the menu, the dialog and the list of people have nothing wrong', async () => {
    const { page } = await open({ ...FULL, position: 'Solar Engineer' }, screen);
    await page.getByRole('combobox', { name: 'Add a person' }).fill('a');
    await page.getByRole('option').first().waitFor();
    await check(page);
    await page.getByRole('button', { name: 'Applied', exact: true }).click();
    await check(page);
    await page.getByRole('button', { name: 'Closed…' }).click();
    await page.getByRole('dialog').waitFor();
    await check(page);
  });
});

test('where there is less room the conversation is a tab, and what is planned or revealed is found again', async () => {
  const { page } = await open({ company: null, via: 'TalentBridge' }, { viewport: { width: 768, height: 1024 } });
  await page.getByRole('tab', { name: 'Details' }).focus();
  await press(page, 'ArrowRight');
  await page.getByRole('tab', { name: 'Conversation', selected: true }).waitFor();
  await press(page, 'n');
  await page.keyboard.type('They call back');
  await press(page, 'Control+Enter');
  await page.getByRole('tabpanel').getByText('They call back').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Say who it is' }).click();
  await page.getByRole('tab', { name: 'Details', selected: true }).waitFor();
  await page.getByLabel('Company', { exact: true }).fill('Nordwind');
  await press(page, 'Control+Enter');
  await page.getByRole('main').getByText('Nordwind', { exact: true }).first().waitFor();
});

test('on a phone all that can be touched is large enough', async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page } = await open({ ...FULL, position: 'Hydro Engineer' }, phone);
  await page.getByRole('button', { name: 'Edit: Stages so far' }).click();
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(a, button, input, select)')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 40)
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );
  expect(small).toEqual([]);
});
