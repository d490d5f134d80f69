/** The name of a time zone as IANA writes it: `Europe/Zurich`. */
export type ZoneName = string;

/** To ask the runtime takes a while. There are fewer names, but each can be written in large and small letters. */
const MOST_KNOWN = 1000;
const known = new Set<ZoneName>();

/** Whether this runtime knows a zone by its name. Bare offsets such as `+02:00` are none: they have no summer. */
export function isZone(name: string): boolean {
  if (known.has(name)) return true;
  try {
    const isKnown = /^[a-z]/i.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
    if (isKnown && known.size < MOST_KNOWN) known.add(name);
    return isKnown;
  } catch {
    return false;
  }
}
