import * as v from 'valibot';
import { Refusal } from './problem.ts';

/** Packs a place in an answer into a text that means nothing to its reader. */
export function encodeCursor(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/**
 * Unpacks a cursor.
 *
 * @throws Refusal (bad_cursor) where it is not exactly one that `encodeCursor` made for this schema
 */
export function decodeCursor<Content extends object>(
  schema: v.GenericSchema<unknown, Content>,
  cursor: string,
): Content {
  const content = v.safeParse(schema, parse(Buffer.from(cursor, 'base64url').toString()));
  if (content.success && encodeCursor(content.output) === cursor) return content.output;
  throw new Refusal({
    code: 'bad_cursor',
    detail: 'This cursor does not belong to this request. Take it unchanged from the last answer to the same request.',
  });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
