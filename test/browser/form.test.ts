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
  test('says what is wrong while one types, at the field, to every reader', async () => {
    const { panel } = await openPanel('/contacts/new');
    const email = panel.getByLabel('E-mail', { exact: true });
    await email.pressSequentially('siobhan');
    await panel.getByText('Enter an e-mail address like name@example.org.').waitFor();
    expect(await email.getAttribute('aria-invalid')).toBe('true');
    expect(await messageOf(email)).toBe('Enter an e-mail address like name@example.org.');
    await email.pressSequentially('@example.org');
    await panel.getByText('Enter an e-mail address like name@example.org.').waitFor({ state: 'detached' });
    expect(await email.getAttribute('aria-invalid')).toBe('false');
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

  test('does not take a half-typed date for none', async () => {
    const { page, panel } = await openPanel('/contacts/new');
    await panel.getByLabel('Name', { exact: true }).fill('Half');
    await panel.getByLabel('E-mail', { exact: true }).fill('half@example.org');
    await panel.getByLabel('Next follow-up', { exact: true }).pressSequentially('12');
    await page.keyboard.press('Control+Enter');
    await panel.getByText('Enter a date that exists').waitFor();
  });

  test('says that another contact has this address, and links to it', async () => {
    const { page, panel } = await openPanel('/contacts/new');
    await panel.getByLabel('E-mail', { exact: true }).fill('ALICE@example.org');
    await panel.getByRole('link', { name: 'Alice Ng' }).click();
    await page.getByRole('heading', { name: 'Alice Ng' }).waitFor();
  });

  test('sends only what was touched: an odd date-time stays as it was sent', async () => {
    const { page, panel } = await openPanel('/contacts');
    await panel.getByText('UTC+09:00').waitFor();
    const [request] = await Promise.all([
      page.waitForRequest('**/v1/batch'),
      panel
        .getByRole('textbox', { name: 'Phone' })
        .fill('+44 20 555')
        .then(() => page.keyboard.press('Control+Enter')),
    ]);
    expect(request.postDataJSON().operations).toMatchObject([{ op: 'edit', record: { phone: '+44 20 555' } }]);
    expect(Object.keys(request.postDataJSON().operations[0].record)).toEqual(['phone']);
  });

  test('changes the date of a date-time and leaves its time and offset', async () => {
    const { page, panel } = await openPanel('/contacts');
    await panel.getByLabel('Last contacted', { exact: true }).fill('2025-05-28');
    const sent = page.waitForRequest('**/v1/batch');
    await page.keyboard.press('Control+Enter');
    expect((await sent).postDataJSON().operations[0].record).toEqual({
      last_contacted: '2025-05-28T14:33:00.123456+09:00',
    });
  });
});

describe('what was typed', () => {
  test('is kept when the panel closes and when the page is loaded again', async () => {
    const { page, panel } = await openPanel('/contacts');
    await panel.getByLabel('Source', { exact: true }).fill('A meetup');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('link', { name: 'Alice Ng' }).click();
    await panel.getByText('Unsaved changes from before.').waitFor();
    expect(await panel.getByLabel('Source', { exact: true }).inputValue()).toBe('A meetup');
    await panel.getByRole('button', { name: 'Discard' }).click();
    await panel.getByText('Unsaved changes from before.').waitFor({ state: 'detached' });
    expect(await panel.getByLabel('Source', { exact: true }).inputValue()).toBe('');
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
  expect(await panel.getByLabel('Location', { exact: true }).inputValue()).toBe('Lisbon');
});
