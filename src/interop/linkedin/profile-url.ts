/** A profile's address as one that can be opened: some files of LinkedIn leave the scheme out. */
export function profileUrl(text: string): string | undefined {
  const address = text.trim();
  if (address === '') return undefined;
  return /^https?:\/\//i.test(address) ? address : `https://${address}`;
}

/** The same profile has the same key, however its address is written: `in/zoë-brandt`. */
export function profileKey(address: string): string {
  const path = address.trim().replace(/^(https?:\/\/)?([\w-]+\.)?linkedin\.com\//i, '');
  const [bare = ''] = path.split(/[?#]/);
  return decoded(bare).replace(/\/+$/, '').toLowerCase();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
