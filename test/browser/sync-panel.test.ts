import { expect, test } from 'vitest';
import { press, THREE } from './keys.ts';
import { useStage } from './stage.ts';
import { ask, comeBack, cutOff, edit, isSaved, known, openDevice } from './two-devices.ts';
import { violations } from './violations.ts';

const stage = useStage(THREE);

test('edits of different fields by two devices both live, and nobody is asked', async () => {
  const [one, other] = [await openDevice(stage), await openDevice(stage)];
  await cutOff(one);
  await edit(one, 'Ann', 'Phone', '111');
  await edit(other, 'Ann', 'Location', 'Bern');
  await isSaved(other);
  await comeBack(one);
  await isSaved(one);
  expect(await known(stage, 'Ann')).toMatchObject({ phone: '111', location: 'Bern' });
});

test('of two values for one field the later stands, the other is shown, and can be taken instead', async () => {
  const [one, other] = [await openDevice(stage), await openDevice(stage)];
  await cutOff(one);
  await edit(one, 'Ben', 'Phone', '222');
  await one.getByText('Saved here · offline, 1 change waiting').waitFor();
  await edit(other, 'Ben', 'Phone', '999');
  await isSaved(other);
  await comeBack(one);
  await one.getByText('1 change needs attention').click();
  expect((await known(stage, 'Ben')).phone).toBe('222');
  const dialog = one.getByRole('dialog');
  await dialog.getByText('Phone of Ben: your other device wrote “999”. Here it says “222”.').waitFor();
  await dialog.getByRole('button', { name: 'Keep theirs' }).click();
  await dialog.getByText('Nothing waits').waitFor();
  await press(one, 'Escape');
  await isSaved(one);
  await expect.poll(async () => (await known(stage, 'Ben')).phone).toBe('999');
});

test('the form shows what the other device wrote, until it is decided', async () => {
  const [one, other] = [await openDevice(stage), await openDevice(stage)];
  await cutOff(one);
  await edit(one, 'Cleo', 'Phone', '333');
  await edit(other, 'Cleo', 'Phone', '888');
  await isSaved(other);
  await comeBack(one);
  await one.getByText('1 change needs attention').waitFor();
  await one.getByRole('link', { name: 'Cleo', exact: true }).click();
  await one.getByText('Your other device wrote “888”.').waitFor();
  await one.getByRole('button', { name: 'Keep mine' }).click();
  await one.getByText('Your other device wrote').waitFor({ state: 'detached' });
  await isSaved(one);
  expect((await known(stage, 'Cleo')).phone).toBe('333');
});

test('an edit of a contact that was deleted elsewhere comes back with its text and the reason', async () => {
  const one = await openDevice(stage);
  await cutOff(one);
  await edit(one, 'Ann', 'Notes', 'Said she would call in May.');
  const { contact_id } = await known(stage, 'Ann');
  await ask(stage, 'DELETE', `contacts/${contact_id}`);
  await comeBack(one);
  await one.getByText('1 change needs attention').click();
  const dialog = one.getByRole('dialog');
  await dialog.getByText('Notes: Said she would call in May.').waitFor();
  await dialog.getByRole('button', { name: 'Review' }).click();
  const panel = one.getByRole('complementary');
  await panel.getByRole('button', { name: 'Bring it back' }).click();
  await expect.poll(() => panel.getByLabel('Notes', { exact: true }).inputValue()).toBe('Said she would call in May.');
  await press(one, 'Control+Enter');
  await isSaved(one);
  await expect.poll(async () => (await known(stage, 'Ann'))?.notes).toBe('Said she would call in May.');
});

test('the panel says as of when all is up to date, and without a network how long ago that was', async () => {
  const page = await openDevice(stage);
  const dialog = page.getByRole('dialog');
  await page.getByText('Saved', { exact: true }).click();
  await dialog.getByText('Up to date as of a moment ago').waitFor();
  await press(page, 'Escape');
  await page.context().setOffline(true);
  await page.clock.install();
  await page.clock.fastForward('05:00');
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.getByRole('button', { name: 'Offline: this may not be the newest' }).click();
  await dialog.getByText('Up to date as of 5 minutes ago').waitFor();
  expect(await dialog.locator('time').getAttribute('title')).toMatch(/\d:\d\d/);
});

test('the panel of what waits breaks no rule of accessibility', async () => {
  const page = await openDevice(stage);
  await cutOff(page);
  await edit(page, 'Ben', 'Location', 'Thun');
  await page.getByText('1 change waiting').click();
  await page.getByRole('dialog').getByText('Edited Location of Ben').waitFor();
  expect(await violations(page)).toEqual([]);
});
