import { expect, test } from 'vitest';
import { contact } from '../domain/contact.ts';
import { effectiveSort, formatRoute, isPlace, PLAIN_LIST, parseRoute, type Route } from './route.ts';

const at = (address: string) => parseRoute(contact, new URL(address, 'http://localhost'));

test('the plain list is the plain address', () => {
  expect(at('/contacts')).toEqual({ list: PLAIN_LIST, open: null });
  expect(formatRoute(contact, at('/contacts'))).toBe('/contacts');
});

test('everything asked for is in the address and is read from it again', () => {
  const address =
    '/contacts/018f?q=alice+ng&company=A%26B&status=awaiting+reply&due=overdue&sort=-name&columns=name,company,notes';
  expect(at(address)).toEqual({
    list: {
      query: 'alice ng',
      values: { company: 'A&B', status: 'awaiting reply' },
      due: 'overdue',
      sort: { field: 'name', descending: true },
      columns: ['name', 'company', 'notes'],
    },
    open: { id: '018f' },
  });
  expect(formatRoute(contact, at(address))).toBe(address);
});

test('a new contact has an address, and so has every id', () => {
  expect(at('/contacts/new').open).toBe('new');
  const route: Route = { list: PLAIN_LIST, open: { id: 'a/b?c%' } };
  expect(at(formatRoute(contact, route))).toEqual(route);
});

test('what is not known is passed over: a field, a span, another place, a broken escape', () => {
  expect(at('/contacts?sort=shoe_size&due=never&colour=red')).toEqual(at('/contacts'));
  expect(at('/contacts?columns=shoe_size,company').list.columns).toEqual(['name', 'company']);
  expect(at('/contacts?columns=')).toEqual(at('/contacts'));
  expect(at('/contacts?sort=toString')).toEqual(at('/contacts'));
  expect(at('/contacts/%E0%A4%A').open).toEqual({ id: '%E0%A4%A' });
});

test('a person begins with what is to be done today', () => {
  expect(at('/')).toEqual(at('/today'));
  expect(at('/').elsewhere?.place).toBe('today');
});

test('a place beside the list has an address, with its record and what is asked for', () => {
  const address = '/applications/018f?as=table&stage=offer';
  expect(at(address).elsewhere).toEqual({
    place: 'applications',
    open: { id: '018f' },
    asked: { as: 'table', stage: 'offer' },
  });
  expect(formatRoute(contact, at(address))).toBe(address);
  expect(at('/applications/new').elsewhere?.open).toBe('new');
});

test('an address that leads nowhere is known as one', () => {
  const leads = (pathname: string) => isPlace(contact, { pathname }, false);
  expect(['/', '/contacts', '/contacts/018f', '/foo', '/no/contacts'].map(leads)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('the account has an address where there are accounts, and is nowhere else', () => {
  expect(isPlace(contact, { pathname: '/account' }, true)).toBe(true);
  expect(isPlace(contact, { pathname: '/account' }, false)).toBe(false);
  expect(formatRoute(contact, at('/account'))).toBe('/account');
});

test('without an order of its own a list is by due date, and by match while there is something to match', () => {
  const inEffect = (address: string) => effectiveSort(contact, at(address).list);
  expect(inEffect('/contacts')).toEqual({ field: 'next_follow_up', descending: false });
  expect(inEffect('/contacts?q=ann')).toBe('best');
  expect(inEffect('/contacts?q=%22')).toEqual({ field: 'next_follow_up', descending: false });
  expect(inEffect('/contacts?q=ann&sort=next_follow_up')).toEqual({ field: 'next_follow_up', descending: false });
});
