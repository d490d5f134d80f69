const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The UUID that `text` is, in lower case (RFC 9562, 4); undefined where it is none. */
export function uuid(text: unknown): string | undefined {
  return lowerCase(text, UUID);
}

/** The same for UUIDs of version 7, which begin with the time at which they were made. */
export function uuidV7(text: unknown): string | undefined {
  return lowerCase(text, UUID_V7);
}

function lowerCase(text: unknown, form: RegExp): string | undefined {
  const lower = typeof text === 'string' ? text.toLowerCase() : '';
  return form.test(lower) ? lower : undefined;
}
