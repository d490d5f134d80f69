import { describe, expect, test } from 'vitest';
import { HISTORY, MARTA, part, useApplications } from './applications-stage.ts';
import { focusIsOn, press } from './keys.ts';

const { isSaved, open } = useApplications();

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

test('on its page / finds anything, n is a note, and the sheet of keys says so', async () => {
  const { page } = await open();
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Find or do' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByText('Search the list; where there is none, find anything').waitFor();
  await sheet.getByText('Add a contact; in the pipeline, an application; with one of them open, a note').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page
    .getByLabel('What was said')
    .or(page.getByRole('textbox', { name: 'Note' }))
    .first()
    .waitFor();
});
