import { contact } from '../../domain/contact.ts';
import { isDateTime } from '../../domain/dates.ts';
import { uuidV7 } from '../../domain/id.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Property } from '../content-line/property.ts';
import type { Own } from '../import/found.ts';
import type { Card } from './cards.ts';
import { textIn } from './values.ts';

const PREFIX = 'X-TOUCHBASE-';

/** The property that holds a field of a contact exactly, as JSON, where no property of the standard does. */
export function ownName(field: string): string {
  return PREFIX + field.toUpperCase().replaceAll('_', '-');
}

/** The field of a contact that `property` holds as Touchbase itself wrote it; null where it holds none. */
export function ownField(property: Property): JsonObject | null {
  if (!property.name.startsWith(PREFIX)) return null;
  const field = property.name.slice(PREFIX.length).toLowerCase().replaceAll('-', '_');
  if (!Object.hasOwn(contact.fields, field)) return null;
  try {
    return { [field]: JSON.parse(textIn(property)) };
  } catch {
    return null;
  }
}

/** The contact that a card was written from; null where it is of another program, which may call it by a UUID as well. */
export function ownCard({ properties }: Pick<Card, 'properties'>): Own | null {
  const said = (name: string) => properties.filter((one) => one.name === name).map(textIn)[0] ?? '';
  const id = uuidV7(said('UID').replace(/^urn:uuid:/i, ''));
  const at = said('REV').replace(/^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)(?:\.\d+)?Z$/, '$1-$2-$3T$4:$5:$6Z');
  return id ? { type: 'contacts', id, at: isDateTime(at) && at.includes('T') ? at : null } : null;
}
