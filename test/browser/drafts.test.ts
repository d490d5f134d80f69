import { describe, expect, test } from 'vitest';
import { messageOf, openPanel } from './panel.ts';
import { useStage } from './stage.ts';

const stage = useStage([{ name: 'Alice Ng', email: 'alice@example.org', company: 'Globex' }]);

describe('what was typed', () => {
  test('is kept when the panel closes and when the page is loaded again', async () => {
    const { page, panel } = await openPanel(stage, '/contacts');
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
    const { page, panel } = await openPanel(stage, '/contacts');
    await panel.getByLabel('Source', { exact: true }).fill('A meetup');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await page.close();
    await other.getByText('Unsaved changes from before: Source.').waitFor();
  });

  test('is thrown away at a click, and comes back at another', async () => {
    const { page, panel } = await openPanel(stage, '/contacts');
    const source = panel.getByLabel('Source', { exact: true });
    await source.fill('A meetup');
    await panel.getByRole('button', { name: 'Discard' }).click();
    await expect.poll(() => source.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Undo' }).click();
    await panel.getByText('Unsaved changes from before: Source.').waitFor();
    expect(await source.inputValue()).toBe('A meetup');
  });

  test('is reviewed from the first mistake on', async () => {
    const { page, panel } = await openPanel(stage, '/contacts');
    await panel.getByLabel('Source', { exact: true }).fill('A meetup');
    await panel.getByLabel('LinkedIn', { exact: true }).fill('https://');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Review' }).click();
    await panel.getByText('Enter a web address').waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'linkedin_url');
  });

  test('does not become another person whom one adds from the search', async () => {
    const { page, panel } = await openPanel(stage, '/contacts/new');
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
    const { page, panel } = await openPanel(stage, '/contacts/new');
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
