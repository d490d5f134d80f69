import { expect, test } from 'vitest';
import { addContact, comeBack, contact, enterContact, passLogin, signIn, toAccount, toContacts } from './acts.ts';
import { useCloud } from './stage.ts';

const HOUR = 3_600_000;
const stage = useCloud();

test('a guest who signs up keeps every record, and a second device sees them', async () => {
  const page = await stage.open();
  await addContact(page, 'Ann');
  const identity = await page.evaluate('localStorage.getItem("touchbase.guest")');
  await toAccount(page);
  await signIn(page, stage.edge, 'ann@example.org');
  await page.getByRole('heading', { name: 'Signed in as ann@example.org' }).waitFor();
  const keys = JSON.parse(String(await page.evaluate('sessionStorage.getItem("touchbase.keys")')));
  expect(keys.identity).toBe(identity);
  expect(await page.evaluate('[localStorage["touchbase.guest"], localStorage["touchbase.ticket"]].join()')).toBe(',');
  await toContacts(page);
  await contact(page, 'Ann').waitFor();

  const second = await stage.open('/account');
  await signIn(second, stage.edge, 'ann@example.org');
  await second.getByRole('heading', { name: 'Signed in as ann@example.org' }).waitFor();
  await second.getByText('this one', { exact: true }).waitFor();
  expect(await second.getByText('Chrome on Linux').count()).toBe(2);
  await toContacts(second);
  await contact(second, 'Ann').waitFor();
});

test.each([
  { merging: 'merge', mergedIs: 'forbidden' },
  { merging: 'merge', mergedIs: 'not found' },
  { merging: 'conflict', mergedIs: 'forbidden' },
] as const)('a guest with records who signs in to an account brings them along: $merging, $mergedIs', async (mode) => {
  Object.assign(stage.edge.identityPool, mode);
  const email = `${mode.merging}.${mode.mergedIs.replace(' ', '-')}@example.org`;
  const first = await stage.open('/account');
  await signIn(first, stage.edge, email);
  await toContacts(first);
  await addContact(first, 'Ben');

  const second = await stage.open();
  await addContact(second, 'Cleo');
  await toAccount(second);
  await signIn(second, stage.edge, email);
  await second.getByText('1 record came along').waitFor();
  await toContacts(second);
  await contact(second, 'Ben').waitFor();
  await contact(second, 'Cleo').waitFor();
  await comeBack(first, contact(first, 'Cleo'));
});

test('a move that is broken off goes on when the page is opened again', async () => {
  const first = await stage.open('/account');
  await signIn(first, stage.edge, 'dora@example.org');
  const page = await stage.open();
  await addContact(page, 'Dora');
  await toAccount(page);
  await page.route('**/claims/redeem', (route) => route.abort());
  await signIn(page, stage.edge, 'dora@example.org');
  await page.getByText('Bringing your records along').waitFor();
  await page.unroute('**/claims/redeem');
  await page.reload();
  await page.getByText('1 record came along').waitFor();
  await toContacts(page);
  await contact(page, 'Dora').waitFor();
});

test('when the tokens are refreshed nobody notices: expired in mid-work, signed in still', async () => {
  const page = await stage.open('/account');
  await signIn(page, stage.edge, 'emil@example.org');
  await toContacts(page);
  await addContact(page, 'Emil');
  stage.edge.clock.advance(2 * HOUR);
  await addContact(page, 'Finn');
});

test('a reload within the hour asks nobody; a later one is let through by the login, back to the same place', async () => {
  const page = await stage.open('/account');
  await signIn(page, stage.edge, 'gina@example.org');
  await toContacts(page);
  await addContact(page, 'Gina');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await contact(page, 'Gina').waitFor();
  expect(asked.filter((url) => url.startsWith(stage.edge.loginDomain))).toEqual([]);

  await page.evaluate('sessionStorage.removeItem("touchbase.keys")');
  await page.goto(`${stage.edge.site}/contacts?sort=name`);
  await contact(page, 'Gina').waitFor();
  expect(page.url()).toBe(`${stage.edge.site}/contacts?sort=name`);
  expect(asked.filter((url) => url.startsWith(stage.edge.loginDomain)).length).toBeGreaterThan(0);
});

test('a login that is over leads to its page once and never round in a circle', async () => {
  const page = await stage.open('/account');
  await signIn(page, stage.edge, 'hugo@example.org');
  await page.getByRole('heading', { name: 'Signed in as' }).waitFor();
  await page.context().clearCookies();
  await page.evaluate('sessionStorage.clear()');
  await page.reload();
  await page.getByLabel('Email').waitFor();
  await page.goto(`${stage.edge.site}/contacts`);
  // The app is there, from what this browser keeps.
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await passLogin(page, stage.edge, 'hugo@example.org');
  await page.getByRole('button', { name: 'Theme' }).or(page.getByText('in one place')).first().waitFor();
});

test('who is signed out in mid-work is told, and what waits is saved after signing in again', async () => {
  const page = await stage.open('/account');
  await signIn(page, stage.edge, 'ines@example.org');
  await toContacts(page);
  await addContact(page, 'Ines');
  await page.reload();
  await contact(page, 'Ines').waitFor();
  stage.edge.clock.advance(2 * HOUR);
  await enterContact(page, 'Jan');
  await page.getByText('Saved here · you are signed out, 1 change waiting').waitFor();
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await passLogin(page, stage.edge, 'ines@example.org');
  await contact(page, 'Jan').waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  await contact(page, 'Jan').waitFor();
});

test('an answer of the login that nobody asked for is passed over', async () => {
  const page = await stage.open('/?code=stolen&state=made-up');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  expect(page.url()).toBe(`${stage.edge.site}/today`);
});

test('a login that is refused leaves the guest a guest, records and all', async () => {
  const page = await stage.open();
  await addContact(page, 'Kim');
  await toAccount(page);
  await page.getByRole('button', { name: 'Sign in or sign up' }).click();
  await page.getByLabel('Email').waitFor();
  const state = new URL(page.url()).searchParams.get('state');
  await page.goto(`${stage.edge.site}/?error=access_denied&state=${state}`);
  await page.getByRole('heading', { name: 'You could not be signed in' }).waitFor();
  await page.getByRole('button', { name: 'Go on without signing in' }).click();
  await toContacts(page);
  await contact(page, 'Kim').waitFor();
});

test('to sign out leaves nothing in the browser, and the next page does not begin by itself', async () => {
  const page = await stage.open('/account');
  await signIn(page, stage.edge, 'lena@example.org');
  await toContacts(page);
  await addContact(page, 'Lena');
  await toAccount(page);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  expect(await page.evaluate('[...Object.keys(localStorage), ...Object.keys(sessionStorage)].join()')).toBe(
    'touchbase.left',
  );
  await page.getByRole('button', { name: 'Sign in or sign up' }).click();
  await page.getByLabel('Email').waitFor();
});

test('before something unsaved is lost by signing out, it is named', async () => {
  const page = await stage.open('/account');
  await signIn(page, stage.edge, 'mia@example.org');
  await toContacts(page);
  await addContact(page, 'Mia');
  await page.context().setOffline(true);
  await enterContact(page, 'Nils');
  await toAccount(page);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Not everything is saved' });
  await dialog.getByText('Nils').waitFor();
  await dialog.getByRole('button', { name: 'Stay signed in' }).click();
  await page.context().setOffline(false);
  await page.getByText('Saved', { exact: true }).waitFor();
});

test('to sign out everywhere ends the login on every device', async () => {
  const [one, other] = [await stage.open('/account'), await stage.open('/account')];
  for (const page of [one, other]) {
    await signIn(page, stage.edge, 'olaf@example.org');
    await page.getByRole('heading', { name: 'Signed in as' }).waitFor();
  }
  await one.getByRole('button', { name: 'Sign out everywhere' }).click();
  await one.getByRole('heading', { name: 'You are signed out' }).waitFor();
  stage.edge.clock.advance(2 * HOUR);
  await comeBack(other, other.getByText('You are signed out'));
});

test('who signs out while another tab is on its way back from the login is signed out there, too', async () => {
  const one = await stage.open('/account');
  await signIn(one, stage.edge, 'rosa@example.org');
  const other = await one.context().newPage();
  const signedOut = Promise.withResolvers<void>();
  const onItsWay = Promise.withResolvers<void>();
  await other.route(`${stage.edge.loginDomain}/oauth2/authorize**`, async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    onItsWay.resolve();
    await signedOut.promise;
    await route.fulfill({ response });
  });
  await other.goto(`${stage.edge.site}/contacts`);
  await onItsWay.promise;
  await one.getByRole('button', { name: 'Sign out', exact: true }).click();
  await one.getByRole('heading', { name: 'You are signed out' }).waitFor();
  signedOut.resolve();
  await other.getByRole('heading', { name: 'You are signed out' }).waitFor();
  expect(await other.evaluate('[...Object.keys(localStorage), ...Object.keys(sessionStorage)].join()')).toBe(
    'touchbase.left',
  );
});

test('another tab follows when somebody signs out', async () => {
  const one = await stage.open('/account');
  await signIn(one, stage.edge, 'pia@example.org');
  const other = await one.context().newPage();
  await other.goto(`${stage.edge.site}/contacts`);
  // It opens from what the browser keeps, and goes to the login and back beside that.
  await other.getByText('Saved', { exact: true }).waitFor();
  await one.getByRole('button', { name: 'Sign out', exact: true }).click();
  await one.getByRole('heading', { name: 'You are signed out' }).waitFor();
  await other.getByRole('button', { name: 'Sign in or sign up' }).waitFor();
});
