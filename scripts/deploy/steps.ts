import { join } from 'node:path';
import { smoke } from '../smoke/smoke.ts';
import { type ApplyOptions, applyApp, applyPersistent } from './apply.ts';
import { awsTable, forget } from './aws.ts';
import { build } from './build.ts';
import type { Installation } from './installation.ts';
import type { DeployOptions, Step } from './options.ts';
import type { Progress } from './progress.ts';
import { putAside, restoreNewest } from './restore.ts';
import { uploadSite } from './site.ts';
import { outputsOf } from './state.ts';

/** What a step gets. */
export interface Context {
  readonly installation: Installation;
  readonly options: DeployOptions;
  readonly say: Progress['say'];
}

/** The steps that come after `check`, see options.ts. */
export const DO: Readonly<Record<Exclude<Step, 'check'>, (context: Context) => Promise<void>>> = {
  build: () => build(['build', 'build:lambdas']),
  persistent: (context) => applyPersistent(context.installation, applyOptions(context)),
  app: async (context) => {
    if (context.options.skipRestore) await putAside(context.installation.bucket);
    await applyApp(context.installation, applyOptions(context));
  },
  restore,
  upload,
  smoke: async ({ installation, say }) => {
    const { site } = await outputsOf(installation);
    if (!(await smoke(site, say))) throw new Error('The deployment does not do what it should: see above.');
  },
};

function applyOptions({ options, say }: Context): ApplyOptions {
  return { say, yes: options.yes, planFile: options.planFile };
}

/** The app was closed while the export waited; now it opens. */
async function restore({ installation, options, say }: Context): Promise<void> {
  const { table } = await outputsOf(installation);
  const { bucket: objects, region } = installation;
  const isRestored = await restoreNewest({ table: awsTable(table, region), objects, now: new Date(), say });
  if (!isRestored) return say('nothing waits to be restored');
  say('all of it is there: opening');
  await applyApp(installation, { say, yes: options.yes });
}

async function upload({ installation, say }: Context): Promise<void> {
  const { config, distribution, site } = await outputsOf(installation);
  const folder = join(import.meta.dirname, '../../dist/web');
  const paths = await uploadSite({ objects: installation.bucket, folder, config, now: new Date() });
  await forget(distribution, paths);
  say(`the app is at ${site}`);
}
