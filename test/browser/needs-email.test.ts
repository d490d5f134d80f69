import { expect, test } from 'vitest';
import { openPage } from './harness.ts';
import { focusIsOn, openList, press } from './keys.ts';
import { smallTargets } from './small-targets.ts';
import { useStage } from './stage.ts';
import { violations } from './violations.ts';

const stage = useStage([
  { name: 'Ann', email: 'ann@example.org', company: 'Globex' },
  ...['Bob', 'Cleo', 'Dora', 'Eve'].map((name) => ({ name, email: null, needs_email: true, company: 'Acme' })),
]);

async function onServer(name: string): Promise<Record<string, unknown> | undefined> {
  const all: Record<string, unknown>[] = await (await fetch(`${stage.url}/v1/contacts`)).json();
  return all.find((record) => record.name === name);
}

test('whoever came without an e-mail is edited without being asked for one', async () => {
  const page = await openList(stage);
  await page.getByRole('link', { name: 'Bob' }).click();
  const panel = page.getByRole('complementary');
  const email = panel.getByLabel('E-mail', { exact: true });
  await panel.getByText('not known yet').waitFor();
  expect(await email.getAttribute('aria-required')).not.toBe('true');
  await email.fill('bob');
  await panel.getByText('Enter an e-mail address like name@example.org.').waitFor();
  await email.fill('');
  await panel.getByLabel('Location', { exact: true }).fill('Dublin');
  await press(page, 'Control+Enter');
  await expect.poll(() => onServer('Bob')).toMatchObject({ location: 'Dublin', email: null, needs_email: true });
});

test('an e-mail that is typed into the marked cell takes the mark away, and undoing brings it back', async () => {
  const page = await openList(stage);
  const cell = page.getByRole('row', { name: 'Cleo' }).getByRole('gridcell', { name: 'Needs e-mail' });
  await cell.focus();
  await press(page, 'Delete');
  await press(page, 'Enter', 'Enter');
  await focusIsOn(page, 'Needs e-mail');
  await page.keyboard.type('cleo@example.org');
  await press(page, 'Enter');
  await focusIsOn(page, 'cleo@example.org');
  await expect.poll(() => onServer('Cleo')).toMatchObject({ email: 'cleo@example.org', needs_email: false });
  await press(page, 'Delete');
  await page.getByText('E-mail is required: it cannot be empty').waitFor();
  await press(page, 'Control+z');
  await cell.waitFor();
  await expect.poll(() => onServer('Cleo')).toMatchObject({ email: null, needs_email: true });
});

test('a filter leaves those without, by keyboard and by link, and a new contact has to have one', async () => {
  const page = await openList(stage);
  const chip = page.getByRole('button', { name: /^Needs e-mail/ });
  await chip.focus();
  await press(page, 'Enter');
  await page.getByRole('row', { name: 'Ann' }).waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('needs_email')).toBe('true');
  expect(await page.getByRole('row', { name: 'Dora' }).count()).toBe(1);
  await press(page, 'Enter');
  await page.getByRole('row', { name: 'Ann' }).waitFor();
  await page.goto(`${stage.url}/contacts/new`);
  const panel = page.getByRole('complementary');
  await panel.getByLabel('Name', { exact: true }).fill('Fay');
  await press(page, 'Control+Enter');
  await panel.getByText('E-mail is required.').waitFor();
});

test.each([
  ['desktop', { viewport: { width: 1440, height: 900 } }],
  ['phone', { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true }],
])('on a %s the mark, its filter and the form have no fault that axe-core finds', async (screen, options) => {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts?needs_email=true`, options);
  await page.getByText('Dora').waitFor();
  expect(await violations(page)).toEqual([]);
  if (screen === 'phone') expect(await smallTargets(page.locator('.filters .chips'))).toEqual([]);
  await page.getByText('Dora').click();
  await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByText('not known yet').waitFor();
  expect(await violations(page)).toEqual([]);
});
