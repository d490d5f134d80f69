import * as v from 'valibot';
import type { QueryParameter } from '../http/route.ts';

/** A query parameter that is any text. */
export function textParameter(description: string): QueryParameter<string | undefined> {
  return { description, value: v.optional(v.string()), schema: { type: 'string' } };
}

/** How many to answer at most. */
export function limitParameter(usual: number, most: number): QueryParameter<number> {
  const wrong = `Send a whole number from 1 to ${most}.`;
  return {
    description: 'How many to answer at most.',
    value: v.pipe(
      v.optional(v.string(), String(usual)),
      v.regex(/^\d{1,9}$/, wrong),
      v.transform(Number),
      v.minValue(1, wrong),
      v.maxValue(most, wrong),
    ),
    schema: { type: 'integer', minimum: 1, maximum: most, default: usual },
  };
}
