import * as v from 'valibot';

const address = v.pipe(v.string(), v.url());

/** Where the parts of a deployment are: what its `config.json` says. */
export const cloudConfigSchema = v.object({
  region: v.string(),
  /** With the stage and without a slash at its end. */
  api: address,
  /** Whether a person may begin without signing in. */
  guests: v.boolean(),
  identity: v.object({ endpoint: address, pool: v.string() }),
  login: v.object({ issuer: address, client: v.string(), domain: address, users: address }),
});

export type CloudConfig = v.InferOutput<typeof cloudConfigSchema>;
