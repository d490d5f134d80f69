/** The name of a time zone as IANA writes it: `Europe/Zurich`. */
export type ZoneName = string;

/** Whether this runtime knows a zone by its name. Bare offsets such as `+02:00` are none: they have no summer. */
export function isZone(name: string): boolean {
  try {
    return /^[a-z]/i.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
