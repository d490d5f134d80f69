import { contact } from '../../domain/contact.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Property } from '../content-line/property.ts';
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
