/** By their names in lower case, those of one name joined, blanks trimmed and runs of them made one. */
export function canonicalHeaders(
  headers: readonly (readonly [name: string, value: string])[],
): ReadonlyMap<string, string> {
  const canonical = new Map<string, string>();
  for (const [name, value] of headers) {
    const known = canonical.get(name.toLowerCase());
    const trimmed = value.trim().replace(/ +/g, ' ');
    canonical.set(name.toLowerCase(), known === undefined ? trimmed : `${known},${trimmed}`);
  }
  return canonical;
}

/** Normalized as RFC 3986 section 5.2.4 says, and encoded once more than it came: every service but S3 wants that. */
export function canonicalPath(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  const end = kept.length > 0 && /\/\.{0,2}$/.test(path) ? '/' : '';
  return `/${kept.map(encode).join('/')}${end}`;
}

/** Sorted by name, then by value, both encoded once, whatever way they came. A plus is a plus and no blank. */
export function canonicalQuery(query: string): string {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => pair.split(/=(.*)/s))
    .map(([name = '', value = '']) => [encode(decode(name)), encode(decode(value))] as const)
    .sort(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** What is no encoding stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Everything but the unreserved characters of RFC 3986 section 2.3. */
function encode(text: string): string {
  const encoded = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!'()*]/g, encoded);
}
