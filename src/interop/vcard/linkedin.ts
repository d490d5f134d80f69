import { type Property, param } from '../content-line/property.ts';
import { textIn, typesOf } from './values.ts';

const ADDRESS = /^(?:https?:\/\/)?((?:[\w-]+\.)*linkedin\.com\/[^\s]+)$/i;
const PROFILE = /^(?:X-SOCIALPROFILE|SOCIALPROFILE|X-LINKEDIN|X-LINKEDIN-URL)$/;

/** The address of somebody's LinkedIn profile that a property holds; undefined where it holds none. */
export function linkedInIn(property: Property): string | undefined {
  if (property.name !== 'URL' && property.name !== 'IMPP' && !PROFILE.test(property.name)) return undefined;
  const value = textIn(property);
  const [, address] = ADDRESS.exec(value) ?? [];
  if (address !== undefined) return value.startsWith('http') ? value : `https://${address}`;
  const kinds = [...typesOf(property), param(property, 'SERVICE-TYPE').toLowerCase()];
  if (!PROFILE.test(property.name) || !(kinds.includes('linkedin') || property.name.startsWith('X-LINKEDIN'))) {
    return undefined;
  }
  const user = param(property, 'X-USER') || value.replace(/^x-apple:/i, '');
  return /^[^\s/:]+$/.test(user) ? `https://www.linkedin.com/in/${encodeURIComponent(user)}` : undefined;
}
