import { describe, expect, test } from 'vitest';
import { numberedId } from '../made-record.ts';
import { part, useApplications } from './applications-stage.ts';
import { addRecords } from './harness.ts';

const { isSaved, open, stage } = useApplications();

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

  test('how often a company answers is told of all that was said with it', async () => {
    const { page, id } = await open({ company: 'Ostwind AG' });
    const at = (direction: string, day: number) => {
      return {
        application_id: id,
        direction,
        kind: 'message',
        channel: 'email',
        occurred_at: `2026-03-0${day}T09:00:00Z`,
      };
    };
    await addRecords(stage.url, 'interactions', [at('out', 1), at('in', 3), at('out', 4)]);
    await page.reload();
    await page.getByText('Ostwind AG answered 1 of 2 messages, usually in 2 days').waitFor();
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
