import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import * as v from 'valibot';

const Endpoint = v.object({ method: v.string(), path: v.string() });
const CloudFunction = v.object({
  name: v.string(),
  handler: v.string(),
  access: v.picklist(['none', 'read', 'write']),
  caller: v.picklist(['identity', 'anyone', 'schedule', 'topic']),
  needs: v.array(v.string()),
  /** In MB. */
  memory: v.number(),
  /** In seconds. */
  timeout: v.number(),
  endpoints: v.array(Endpoint),
  schedule: v.nullable(v.string()),
  every: v.nullable(v.number()),
});

export type CloudFunction = v.InferOutput<typeof CloudFunction>;

const BUILT = join(import.meta.dirname, '../../dist/cloud');

const SiteHeaders = v.object({ content_security_policy: v.string(), headers: v.record(v.string(), v.string()) });

export type BuiltCloud = ReturnType<typeof builtCloud>;

/** What `npm run build:lambdas` made: the list that Terraform reads, and the zip that AWS runs. */
export function builtCloud() {
  if (!existsSync(join(BUILT, 'routes.json'))) throw new Error('Nothing is built: run npm run build:lambdas first.');
  return {
    functions: v.parse(v.object({ functions: v.array(CloudFunction) }), readBuilt('routes.json')).functions,
    siteHeaders: v.parse(SiteHeaders, readBuilt('site-headers.json')),
    files: unzipSync(readFileSync(join(BUILT, 'lambdas.zip'))),
  };
}

function readBuilt(name: string): unknown {
  return JSON.parse(readFileSync(join(BUILT, name), 'utf8'));
}
