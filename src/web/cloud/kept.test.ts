import { expect, test } from 'vitest';
import { Kept } from './kept.ts';
import { keysOf, storage } from './stand-ins.ts';

test('keys serve whoever they were made for, and nobody after them', () => {
  const [browser, tab] = [storage({ 'touchbase.guest': 'guest' }), storage()];
  const kept = new Kept(browser, tab);
  kept.keys = { ...keysOf('guest'), of: null };
  expect(new Kept(browser, tab).keys).toMatchObject({ identity: 'guest' });
  kept.guest = 'another';
  expect(kept.keys).toBeNull();
  kept.guest = 'guest';
  kept.signedIn = 'touchbase.one';
  expect(kept.keys).toBeNull();
  kept.keys = { ...keysOf('one'), of: 'touchbase.one' };
  expect(kept.keys).toMatchObject({ identity: 'one' });
  kept.beginArriving();
  expect(kept.keys).toBeNull();
  kept.signedIn = 'touchbase.other';
  expect(kept.keys).toBeNull();
});

test('a guest’s identity is in its one place and in the keys of the tab, and the mark of signing in names nobody', () => {
  const [browser, tab] = [storage(), storage()];
  const kept = new Kept(browser, tab);
  kept.guest = 'eu-central-1:secret';
  kept.email = 'ann@example.org';
  kept.beginArriving();
  expect([...browser.kept]).toEqual([
    ['touchbase.guest', 'eu-central-1:secret'],
    ['touchbase.signed-in', 'somebody'],
  ]);
});

const MINE = `touchbase.${'a'.repeat(32)}`;
const THEIRS = `touchbase.${'b'.repeat(32)}`;

test('to forget leaves nothing but the theme, and what somebody else typed', () => {
  const browser = storage({
    'touchbase.theme': 'dark',
    'touchbase.replica': MINE,
    [`touchbase.draft.${MINE}.contacts.new`]: '{}',
    [`${MINE}.unwritten.page`]: '[]',
    [`touchbase.draft.${THEIRS}.contacts.new`]: '{}',
    [`${THEIRS}.unwritten.page`]: '[]',
    'touchbase.guest': 'g',
    x: 'y',
  });
  const tab = storage({ 'touchbase.keys': '{}', 'touchbase.email': 'ann@example.org' });
  const kept = new Kept(browser, tab);
  kept.device(() => 'd');
  kept.ticket = 't';
  kept.forget();
  const theirs = [`touchbase.draft.${THEIRS}.contacts.new`, `${THEIRS}.unwritten.page`];
  expect([...browser.kept.keys()]).toEqual(['touchbase.theme', ...theirs, 'x']);
  expect(tab.kept.size).toBe(0);
});

test('a tab can forget what it alone knows: whoever uses the browser now stays', () => {
  const browser = storage({ 'touchbase.guest': 'g' });
  const tab = storage({ 'touchbase.carried': '{}', 'touchbase.email': 'ann@example.org', x: 'y' });
  new Kept(browser, tab).forgetTab();
  expect([[...browser.kept.keys()], [...tab.kept.keys()]]).toEqual([['touchbase.guest'], ['x']]);
});

test('a browser has one id for good, and an intent is told once', () => {
  const kept = new Kept(storage(), storage());
  expect([kept.device(() => 'one'), kept.device(() => 'other')]).toEqual(['one', 'one']);
  kept.leaveIntent('delete');
  expect([kept.takeIntent(), kept.takeIntent()]).toEqual(['delete', null]);
});

test('what is broken in storage is passed over', () => {
  const kept = new Kept(
    storage({ 'touchbase.left': '?' }),
    storage({ 'touchbase.keys': '{', 'touchbase.signing-in': '[]' }),
  );
  expect([kept.keys, kept.signingIn, kept.left]).toEqual([null, null, null]);
});

test('what a guest typed goes along to whoever they became, and replaces nothing there', () => {
  const draft = (of: string, id: string) => `touchbase.draft.${of}.contacts.${id}`;
  const browser = storage({ [draft(MINE, 'new')]: 'mine', [draft(MINE, 'x')]: 'x', [draft(THEIRS, 'new')]: 'theirs' });
  new Kept(browser, storage()).moveDrafts(MINE, THEIRS);
  expect(Object.fromEntries(browser.kept)).toEqual({ [draft(THEIRS, 'new')]: 'theirs', [draft(THEIRS, 'x')]: 'x' });
});
