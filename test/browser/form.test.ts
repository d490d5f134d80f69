import { describe, expect, test } from 'vitest';
import { openPage } from './harness.ts';
import { messageOf, openPanel } from './panel.ts';
import { useStage } from './stage.ts';

const kept = { last_contacted: '2025-05-27T14:33:00.123456+09:00', next_follow_up: '2031-06-01' };
const stage = useStage([
  { name: 'Alice Ng', email: 'alice@example.org', company: 'Globex', ...kept },
  { name: 'Bob Stone', email: 'bob@example.org' },
]);

/** Gives whether the field is called wrong right then: within the page, so that no slow machine makes a pause of it. */
async function typeOneLetter(control: Element): Promise<string | null> {
  if (control instanceof HTMLInputElement) control.value = 's';
  control.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve));
  return control.ariaInvalid;
}

describe('a form', () => {
  test('says what is wrong at a pause in typing, not at the first letter, at the field and to every reader', async () => {
    const { panel } = await openPanel(stage, '/contacts/new');
    const wrong = panel.getByText('Enter an e-mail address like name@example.org.');
    const email = panel.getByLabel('E-mail', { exact: true });
    expect(await email.evaluate(typeOneLetter)).toBe('false');
    await wrong.waitFor();
    expect(await email.getAttribute('aria-invalid')).toBe('true');
    expect(await messageOf(email)).toBe('Enter an e-mail address like name@example.org.');
    await email.press('End');
    await email.pressSequentially('@example.org');
    await wrong.waitFor({ state: 'detached' });
    expect(await email.getAttribute('aria-invalid')).toBe('false');
  });

  test('says that a required field is empty as soon as that is passed by', async () => {
    const { page, panel } = await openPanel(stage, '/contacts/new');
    await panel.getByLabel('Name', { exact: true }).focus();
    await page.keyboard.press('Tab');
    await panel.getByText('Name is required.').waitFor();
    expect(await panel.getByText('E-mail is required.').count()).toBe(0);
  });

  test('that is submitted with mistakes moves the focus to the first and says how many there are', async () => {
    const { page, panel } = await openPanel(stage, '/contacts/new');
    await panel.getByLabel('Location', { exact: true }).fill('Dublin');
    await page.keyboard.press('Control+Enter');
    await panel.getByText('2 fields need another look.').waitFor();
    const name = panel.getByLabel('Name', { exact: true });
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'name');
    expect(await messageOf(name)).toBe('Name is required.');
  });

  test('does not take a half-typed date for none, and says so when it is left', async () => {
    const { page, panel } = await openPanel(stage, '/contacts/new');
    await panel.getByLabel('Next follow-up', { exact: true }).pressSequentially('12');
    await panel.getByLabel('Name', { exact: true }).fill('Half');
    await panel.getByText('Finish the date, or clear it.').waitFor();
    await panel.getByLabel('E-mail', { exact: true }).fill('half@example.org');
    await page.keyboard.press('Control+Enter');
    await panel.getByText('1 field needs another look.').waitFor();
  });

  test('clears the time with the date, but not while a date is half typed', async () => {
    const { panel } = await openPanel(stage, '/contacts');
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
    const { panel } = await openPanel(stage, '/contacts/new');
    await panel.getByLabel('Next follow-up', { exact: true }).fill('0026-03-28');
    await panel.getByLabel('Name', { exact: true }).focus();
    await panel.getByText('Write the year in full, as 2026.').waitFor();
  });

  test('that is submitted twice at once makes one contact', async () => {
    const { page, panel } = await openPanel(stage, '/contacts/new');
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
    const { page, panel } = await openPanel(stage, '/contacts');
    const { x, y } = (await panel.getByRole('button', { name: 'Close' }).boundingBox()) ?? { x: 0, y: 0 };
    await page.mouse.dblclick(x + 8, y + 16, { delay: 20 });
    await panel.waitFor({ state: 'detached' });
    expect(
      await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.textContent, [x + 8, y + 16] as const),
    ).toBe('Add contact');
    expect(new URL(page.url()).pathname).toBe('/contacts');
  });
});

test('fields that no one touches follow what others change; touched ones stay', async () => {
  const { page, panel } = await openPanel(stage, '/contacts');
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
  const { page, panel } = await openPanel(stage, '/contacts');
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
  await page.getByRole('button', { name: 'Save', exact: true }).tap();
  await page.locator('.toast').getByText('Saved Bob Stone').waitFor();
});
