import type { Found } from '../import/found.ts';
import type { LeftOutRows } from './left-out.ts';
import { dayOf } from './moment.ts';
import { profileUrl } from './profile.ts';
import { fieldsOf, remarksOf } from './remarks.ts';
import type { Row } from './table.ts';

/** Somebody whom the person is connected with, in nearly every row without an e-mail address. */
export function connectionOf(row: Row, leftOut: LeftOutRows): Found | undefined {
  const names = [row.get('first name'), row.get('last name')];
  const name = names.filter(Boolean).join(' ');
  const connectedOn = row.get('connected on');
  if (name === '' && row.get('url') === '' && row.get('email address') === '') {
    leftOut.add('hidden');
    return undefined;
  }
  return {
    type: 'contacts',
    where: row.where,
    fields: fieldsOf({
      name,
      email: row.get('email address'),
      company: row.get('company'),
      linkedin_url: profileUrl(row.get('url')),
      source: 'LinkedIn',
    }),
    ...remarksOf({ Position: row.get('position'), 'Connected on': dayOf(connectedOn) ?? connectedOn }),
  };
}
