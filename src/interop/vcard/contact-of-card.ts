import type { JsonObject } from '../../domain/json.ts';
import type { Property } from '../content-line/property.ts';
import type { Remark } from '../import/found.ts';
import type { Card } from './cards.ts';
import { companyOf, emailOf, locationOf, notesOf, phoneOf, tagsOf } from './contact-fields.ts';
import { linkedInIn } from './linkedin.ts';
import { nameOf } from './name.ts';
import { ownField } from './own-fields.ts';
import { remarkOf } from './remarks.ts';
import { partsIn, textIn } from './values.ts';

/** What a card says of a person. */
export interface ContactOfCard {
  readonly fields: JsonObject;
  readonly remarks: readonly Remark[];
  /** Pictures, sounds and keys. */
  readonly leftOut: readonly Property[];
}

/** Properties of the card itself rather than of a person, and those that are read with another. */
const SILENT =
  /^(?:VERSION|PRODID|PROFILE|REV|UID|MAILER|CLASS|KIND|SORT-STRING|CLIENTPIDMAP|CREATED|NAME|SOURCE|AGENT|BEGIN|END|X-AB(?:LABEL|ADR|UID|SHOWAS)|X-ADDRESSBOOKSERVER-.*|X-APPLE-.*|X-IMAGE.*|X-SHARED-.*|X-MS-OL-.*|X-TOUCHBASE-CREATED-AT)$/;
const LEFT_OUT = /^(?:PHOTO|LOGO|SOUND|KEY|X-MS-CARDPICTURE)$/;

/** The contact of a card; null where nothing names it. */
export function contactOf({ properties }: Card): ContactOfCard | null {
  const { name, said } = nameOf(properties);
  if (name === '') return null;
  const all = (wanted: string) => properties.filter((property) => property.name === wanted);
  const profile = properties.find((property) => linkedInIn(property) !== undefined);
  const read = {
    company: companyOf(all('ORG')),
    email: emailOf(all('EMAIL')),
    phone: phoneOf(all('TEL')),
    location: locationOf(all('ADR')),
    tags: tagsOf(all('CATEGORIES')),
    linkedin_url: { value: profile && linkedInIn(profile), said: profile ? [profile] : [] },
    notes: notesOf(all('NOTE')),
  };
  const own = properties.map(ownField);
  const used = new Set([...said, ...Object.values(read).flatMap((field) => field.said)]);
  const fields = Object.entries(read).flatMap(([field, { value }]) => (value === undefined ? [] : [[field, value]]));
  const rest = properties.filter(
    (property, place) => !used.has(property) && !own[place] && !SILENT.test(property.name),
  );
  const whole = Object.assign({ name }, Object.fromEntries(fields), ...own);
  const known = new Set<unknown>(Object.values(whole));
  return {
    fields: whole,
    remarks: [...departments(all('ORG'), used), ...remarks(properties, rest)].filter(({ value }) => !known.has(value)),
    leftOut: rest.filter(isLeftOut),
  };
}

/** Whether a card stands for a group of contacts rather than for one. */
export function isGroup({ properties }: Card): boolean {
  return properties.some(
    (property) => /^(?:X-ADDRESSBOOKSERVER-)?KIND$/.test(property.name) && textIn(property).toLowerCase() === 'group',
  );
}

function isLeftOut({ name }: Property): boolean {
  return LEFT_OUT.test(name);
}

/** What an organisation has after its name. */
function departments(organisations: readonly Property[], used: ReadonlySet<Property>): Remark[] {
  return organisations
    .filter((one) => used.has(one))
    .map((one) => ({ label: 'Department', value: partsIn(one).filter(Boolean).slice(1).join(', ') }))
    .filter(({ value }) => value !== '');
}

function remarks(all: readonly Property[], rest: readonly Property[]): Remark[] {
  const labels = new Map<string, string>();
  for (const one of all) if (one.name === 'X-ABLABEL' && one.group) labels.set(one.group, labelIn(one));
  return rest
    .filter((property) => !isLeftOut(property))
    .flatMap((property) => remarkOf(property, labels.get(property.group)) ?? []);
}

/** Apple wraps its own labels: `_$!<HomePage>!$_`. */
function labelIn(property: Property): string {
  return textIn(property).replace(/^_\$!<(.*)>!\$_$/, '$1');
}
