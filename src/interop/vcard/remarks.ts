import { type Property, param } from '../content-line/property.ts';
import type { Remark } from '../import/found.ts';
import { partsIn, textIn, typesOf } from './values.ts';

/** What the properties of a card that no field holds are called; others by their own name. */
const LABELS: Readonly<Record<string, string>> = {
  ADR: 'Address',
  BDAY: 'Birthday',
  DEATHDATE: 'Day of death',
  EMAIL: 'E-mail',
  FN: 'Also called',
  GEO: 'Coordinates',
  IMPP: 'Messenger',
  LABEL: 'Address',
  LANG: 'Language',
  N: 'Full name',
  ORG: 'Company',
  RELATED: 'Related person',
  SOCIALPROFILE: 'Profile',
  TEL: 'Phone',
  TZ: 'Time zone',
  URL: 'Website',
  'X-ABDATE': 'Date',
  'X-ABRELATEDNAMES': 'Related person',
  'X-MS-IMADDRESS': 'Messenger',
  'X-SOCIALPROFILE': 'Profile',
};

/** Types that tell a person nothing. */
const SILENT = /^(?:pref|internet|voice|postal|parcel|dom|intl|x-.*)$/;

const DAYS = /^(?:BDAY|ANNIVERSARY|DEATHDATE|X-ANNIVERSARY|X-ABDATE)$/;
const STRUCTURED = /^(?:ADR|N|ORG|GENDER|GEO)$/;

/**
 * What a property says, with what kind of it: `Phone (home)`.
 *
 * @param label the label that its owner gave it, where there is one
 * @returns null where it says nothing
 */
export function remarkOf(property: Property, label: string | undefined): Remark | null {
  if (property.name === 'X-ANDROID-CUSTOM') return androidRemark(property);
  const value = saidBy(property);
  if (value === '') return null;
  const kinds = label ? [label] : typesOf(property).filter((type) => !SILENT.test(type));
  const name = LABELS[property.name] ?? spoken(property.name);
  return { label: kinds.length > 0 ? `${name} (${kinds.join(', ')})` : name, value };
}

function saidBy(property: Property): string {
  if (DAYS.test(property.name)) return dayOf(property);
  // Google repeats an address whole after its seven parts.
  if (STRUCTURED.test(property.name)) return partsIn(property).slice(0, 7).filter(Boolean).join(', ');
  return textIn(property).replace(/^(?:tel|mailto|x-apple):/i, '');
}

/** `X-PHONETIC-FIRST-NAME` is `Phonetic first name`. */
function spoken(name: string): string {
  const words = name
    .replace(/^X-(?:MS-)?/, '')
    .replaceAll('-', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A day in ISO 8601, without its year where Apple (which then writes 1604) or vCard 4 leave it out. */
function dayOf(property: Property): string {
  const text = textIn(property);
  const [, year, month, day] = /^(\d{4}|--)-?(\d\d)-?(\d\d)(?:T|$)/.exec(text) ?? [];
  if (year === undefined) return text;
  const isWithoutYear = year === '--' || year === param(property, 'X-APPLE-OMIT-YEAR');
  return isWithoutYear ? `${month}-${day}` : `${year}-${month}-${day}`;
}

/** What Android keeps in rows of its own: `vnd.android.cursor.item/nickname;Bob;1;;;`. */
function androidRemark(property: Property): Remark | null {
  const [kind = '', value = '', , label = ''] = partsIn(property);
  const name = spoken(kind.replace(/^.*\//, '').replaceAll(/[._]/g, '-'));
  return value === '' ? null : { label: label === '' ? name : `${name} (${label})`, value };
}
