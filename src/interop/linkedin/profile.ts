import { profileKey } from '../../domain/web-key.ts';

/** No address has more; a longer text is compared by its beginning. */
const LONGEST_ADDRESS = 2000;

/** A profile's address as one that can be opened: some files of LinkedIn leave the scheme out. */
export function profileUrl(text: string): string | undefined {
  const address = text.trim();
  if (address === '') return undefined;
  return /^https?:\/\//i.test(address) ? address : `https://${address}`;
}

/** The same profile has the same key, however its address is written; empty where there is none. */
export function keyOfProfile(text: string): string {
  const address = profileUrl(text)?.slice(0, LONGEST_ADDRESS) ?? '';
  return profileKey(address) ?? address;
}
