import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './harness.ts';
import { useStage } from './stage.ts';

const kept = { last_contacted: '2025-05-27T14:33:00.123456+09:00', next_follow_up: '2031-06-01' };
const stage = useStage([
  { name: 'Alice Ng', email: 'alice@example.org', company: 'Globex', ...kept },
  { name: 'Bob Stone', email: 'bob@example.org' },
]);

async function openPanel(path: string): Promise<{ page: Page; panel: Locator; troubles: readonly string[] }> {
  const { page, troubles } = await openPage(stage.browser, `${stage.url}${path}`);
  if (path === '/contacts') await page.getByRole('link', { name: 'Alice Ng' }).click();
  const panel = page.getByRole('complementary');
  await panel.getByLabel('Name', { exact: true }).waitFor();
  return { page, panel, troubles };
}

/** What stands in the line under a control. */
async function messageOf(control: Locator): Promise<string> {
  const id = await control.getAttribute('aria-describedby');
  return (await control.page().locator(`[id="${id}"]`).textContent()) ?? '';
}

describe('a form', () => {
  test('says what is wrong when a field is left and then while one types, at the field, to every reader', async () => {
    const { page, panel } = await openPanel('/contacts/new');
    const wrong = panel.getByText('Enter an e-mail address like name@example.org.');
    const email = panel.getByLabel('E-mail', { exact: true });
    await email.pressSequentially('siobhan');
    expect([await wrong.count(), await email.getAttribute('aria-invalid')]).toEqual([0, 'false']);
    await page.keyboard.press('Tab');
    await wrong.waitFor();
    expect(await email.getAttribute('aria-invalid')).toBe('true');
    expect(await messageOf(email)).toBe('Enter an e-mail address like name@example.org.');
    await email.press('End');
    await email.pressSequentially('@example.org');
    await wrong.waitFor({ state: 'detached' });
    expect(await email.getAttribute('aria-invalid')).toBe('false');
  });

  test('says that a required field is empty as soon as that is passed by', async () => {
    const { page, panel } = await openPanel('/contacts/new');
    await panel.getByLabel('Name', { exact: true }).focus();
    await page.keyboard.press('Tab');
    await panel.getByText('Name is required.').waitFor();
    expect(await panel.getByText('E-mail is required.').count()).toBe(0);
  });

  test('that is submitted with mistakes moves the focus to the first and says how many there are', async () => {
    const { page, panel } = await openPanel('/contacts/new');
    await panel.getByLabel('Location', { exact: true }).fill('Dublin');
    await page.keyboard.press('Control+Enter');
    await panel.getByText('2 fields need another look.').waitFor();
    const name = panel.getByLabel('Name', { exact: true });
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'name');
    expect(await messageOf(name)).toBe('Name is required.');
  });

  test('does not take a half-typed date for none, and says so when it is left', async () => {
    const { page, panel } = await openPanel('/contacts/new');
    await panel.getByLabel('Next follow-up', { exact: true }).pressSequentially('12');
    await panel.getByLabel('Name', { exact: true }).fill('Half');
    await panel.getByText('Finish the date, or clear it.').waitFor();
    await panel.getByLabel('E-mail', { exact: true }).fill('half@example.org');
    await page.keyboard.press('Control+Enter');
    await panel.getByText('1 field needs another look.').waitFor();
  });

  test('clears the time with the date, but not while a date is half typed', async () => {
    const { panel } = await openPanel('/contacts');
    const date = panel.getByLabel('Last contacted', { exact: true });
    const time = panel.getByLabel('Time, if you know it');
    await date.press('Backspace');
    expect(await time.inputValue()).toContain('14:33');
    await date.fill('2025-05-28');
    await date.fill('');
    expect(await time.inputValue()).toBe('');
    await panel.getByRole('button', { name: 'Discard' }).click();
  });

  test('wants a year in full', async () => {
    const { panel } = await openPanel('/contacts/new');
    await panel.getByLabel('Next follow-up', { exact: true }).fill('0026-03-28');
    await panel.getByLabel('Name', { exact: true }).focus();
    await panel.getByText('Write the year in full, as 2026.').waitFor();
  });

  test('that is submitted twice at once makes one contact', async () => {
    const { page, panel } = await openPanel('/contacts/new');
    await panel.getByLabel('Name', { exact: true }).fill('Only Once');
    await panel.getByLabel('E-mail', { exact: true }).fill('once@example.org');
    await panel.locator('form').evaluate((form: HTMLFormElement) => {
      form.requestSubmit();
      form.requestSubmit();
    });
    await page.getByRole('row', { name: 'Only Once' }).waitFor();
    expect(await page.getByRole('row', { name: 'Only Once' }).count()).toBe(1);
  });

  test('presses nothing that lies beneath it where a double click closes it', async () => {
    const { page, panel } = await openPanel('/contacts');
    const { x, y } = (await panel.getByRole('button', { name: 'Close' }).boundingBox()) ?? { x: 0, y: 0 };
    await page.mouse.dblclick(x + 8, y + 16, { delay: 20 });
    await panel.waitFor({ state: 'detached' });
    expect(
      await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.textContent, [x + 8, y + 16] as const),
    ).toBe('Add contact');
    expect(new URL(page.url()).pathname).toBe('/contacts');
  });
});

describe('what was typed', () => {
  test('is kept when the panel closes and when the page is loaded again', async () => {
    const { page, panel } = await openPanel('/contacts');
    await panel.getByLabel('Source', { exact: true }).fill('A meetup');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await page.getByText('Not saved yet: kept with Alice Ng').waitFor();
    await page.getByRole('button', { name: 'Review' }).click();
    await panel.waitFor();
    await page.reload();
    await panel.getByText('Unsaved changes from before: Source.').waitFor();
    const source = panel.getByLabel('Source', { exact: true });
    expect(await source.inputValue()).toBe('A meetup');
    expect(await source.evaluate((input) => input === document.activeElement)).toBe(true);
  });

  test('is kept when the tab closes, for another one', async () => {
    const { page, panel } = await openPanel('/contacts');
    await panel.getByLabel('Source', { exact: true }).fill('A meetup');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await page.close();
    await other.getByText('Unsaved changes from before: Source.').waitFor();
  });

  test('is thrown away at a click, and comes back at another', async () => {
    const { page, panel } = await openPanel('/contacts');
    const source = panel.getByLabel('Source', { exact: true });
    await source.fill('A meetup');
    await panel.getByRole('button', { name: 'Discard' }).click();
    await expect.poll(() => source.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Undo' }).click();
    await panel.getByText('Unsaved changes from before: Source.').waitFor();
    expect(await source.inputValue()).toBe('A meetup');
  });

  test('is reviewed from the first mistake on', async () => {
    const { page, panel } = await openPanel('/contacts');
    await panel.getByLabel('Source', { exact: true }).fill('A meetup');
    await panel.getByLabel('LinkedIn', { exact: true }).fill('https://');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Review' }).click();
    await panel.getByText('Enter a web address').waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'linkedin_url');
  });

  test('does not become another person whom one adds from the search', async () => {
    const { page, panel } = await openPanel('/contacts/new');
    await panel.getByLabel('Name', { exact: true }).fill('First Draft');
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').fill('Second Person');
    await page.getByRole('button', { name: 'Add “Second Person”' }).click();
    const name = panel.getByLabel('Name', { exact: true });
    await expect.poll(() => name.inputValue()).toBe('Second Person');
    await page.getByText('Not saved yet: kept with First Draft').last().waitFor();
    await page.getByRole('button', { name: 'Review' }).last().click();
    await expect.poll(() => name.inputValue()).toBe('First Draft');
  });

  test('comes back with the reason, field by field, where the server refuses it', async () => {
    const { page, panel } = await openPanel('/contacts/new');
    await page.route('**/v1/batch', (route) =>
      route.fulfill({
        json: {
          results: [
            {
              status: 400,
              problem: {
                code: 'invalid_fields',
                detail: 'phone: The number is not in service.',
                errors: [{ field: 'phone', code: 'bad_text', detail: 'The number is not in service.' }],
              },
            },
          ],
        },
      }),
    );
    await panel.getByLabel('Name', { exact: true }).fill('Rhea Fused');
    await panel.getByLabel('E-mail', { exact: true }).fill('rhea@example.org');
    await panel.getByLabel('Phone', { exact: true }).fill('555');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Not saved: Rhea Fused.').waitFor();
    expect(await page.getByRole('row', { name: 'Rhea Fused' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Review' }).click();
    const phone = panel.getByLabel('Phone', { exact: true });
    expect([await phone.inputValue(), await messageOf(phone)]).toEqual(['555', 'The number is not in service.']);
    await page.unroute('**/v1/batch');
    await phone.fill('556');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('row', { name: 'Rhea Fused' }).waitFor();
    await page.getByText('Saved', { exact: true }).waitFor();
  });
});

test('fields that no one touches follow what others change; touched ones stay', async () => {
  const { page, panel } = await openPanel('/contacts');
  await panel.getByLabel('Location', { exact: true }).fill('Lisbon');
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const response = await fetch(`${stage.url}/v1/contacts/${id}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/merge-patch+json' },
    body: JSON.stringify({ company: 'Hooli', location: 'Porto' }),
  });
  expect(response.status).toBe(200);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.getByRole('gridcell', { name: 'Hooli' }).waitFor();
  expect(await panel.getByLabel('Company', { exact: true }).inputValue()).toBe('Hooli');
  const location = panel.getByLabel('Location', { exact: true });
  expect(await location.inputValue()).toBe('Lisbon');
  await panel.getByText('Meanwhile: Porto').waitFor();
  await panel.getByRole('button', { name: 'Take it' }).click();
  expect(await location.inputValue()).toBe('Porto');
  await panel.getByText('Meanwhile: Porto').waitFor({ state: 'detached' });
});

test('a contact that is deleted elsewhere says so and keeps its name, and the focus is not lost', async () => {
  const { page, panel } = await openPanel('/contacts');
  const id = new URL(page.url()).pathname.split('/').at(-1);
  await fetch(`${stage.url}/v1/contacts/${id}`, { method: 'DELETE' });
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await panel.getByText('This contact was deleted.').waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === 'Alice Ng');
  await panel.getByRole('button', { name: 'Bring it back' }).click();
  await panel.getByLabel('Name', { exact: true }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
});

test('on a phone the focus goes to the name, not to a keyboard, and what is saved is seen to be', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts`, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await page.getByRole('link', { name: 'Bob Stone' }).tap();
  await page.waitForFunction(() => document.activeElement?.textContent === 'Bob Stone');
  await page.getByLabel('Phone', { exact: true }).fill('555');
  await page.getByRole('button', { name: 'Save' }).tap();
  await page.locator('.toast').getByText('Saved Bob Stone').waitFor();
});
