import * as v from 'valibot';

/** What became of the operations of a batch, as `POST /v1/batch` answers it. */
export const BatchAnswer = v.object({
  results: v.array(
    v.object({
      status: v.number(),
      problem: v.optional(
        v.object({
          code: v.string(),
          detail: v.string(),
          errors: v.optional(v.array(v.object({ field: v.string(), detail: v.string() }))),
        }),
      ),
    }),
  ),
});

/** What became of one operation. */
export type Answer = v.InferOutput<typeof BatchAnswer>['results'][number];
