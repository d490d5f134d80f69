const LONGEST = 500;

/** By which something of LinkedIn's is known when it comes again: its parts in a row, no longer than the field. */
export function sourceId(...parts: readonly string[]): string {
  const id = ['linkedin', ...parts].join(':');
  return id.length <= LONGEST ? id : `${id.slice(0, LONGEST - 20)}:${digest(id)}`;
}

/** Tells texts apart (FNV-1a, two times 32 bits). Not for secrets. */
export function digest(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    other = Math.imul(other ^ text.charCodeAt(text.length - 1 - at), 0x85ebca6b);
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
