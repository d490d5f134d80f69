import type { PersonNamed } from '../import/found.ts';
import { keyOfProfile, profileUrl } from './profile.ts';

/** Somebody in a conversation, as its table names them. */
export interface Person {
  readonly name: string;
  /** The profile's address; empty for who has left LinkedIn, and for recipients before 2023. */
  readonly url: string;
}

/** Names of people by the key of their profile, as far as the table says them together. */
export type KnownNames = ReadonlyMap<string, string>;

/** What LinkedIn calls everybody who has closed their account. */
const NOBODY = 'linkedin member';

/** Whether it can be told who this is. */
export function isSomebody({ name, url }: Person): boolean {
  return url !== '' || (name !== '' && nameKey(name) !== NOBODY);
}

export function nameKey(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

export function personNamed({ name, url }: Person): PersonNamed {
  const linkedin_url = profileUrl(url);
  return { ...(name && { name }), ...(linkedin_url && { linkedin_url }) };
}

/**
 * Who a message went to. Both lists are joined by commas, and names hold commas themselves (`Jane Doe, Ph.D.`): where they
 * do not come out equally long, the addresses count.
 */
export function recipientsOf(names: string, urls: string, known: KnownNames): readonly Person[] {
  const addresses = urls.split(',').flatMap((url) => url.trim() || []);
  const [only] = addresses;
  if (only !== undefined && addresses.length === 1) return [{ name: names.trim(), url: only }];
  const separate = separateNames(names);
  if (addresses.length === 0) return separate.map((name) => ({ name, url: '' }));
  const areInStep = separate.length === addresses.length;
  return addresses.map((url, index) => ({
    url,
    name: (areInStep ? separate[index] : known.get(keyOfProfile(url))) ?? '',
  }));
}

function separateNames(names: string): readonly string[] {
  const separate: string[] = [];
  for (const part of names.split(/,\s+/)) {
    const before = separate.at(-1);
    if (before !== undefined && isTitle(part)) separate.splice(-1, 1, `${before}, ${part}`);
    else if (part.trim() !== '') separate.push(part.trim());
  }
  return separate;
}

/** A degree or the like behind a name: one word with a full stop or several capitals. */
function isTitle(part: string): boolean {
  return /^\S{1,10}$/.test(part) && /\.|\p{Lu}.*\p{Lu}/u.test(part);
}
