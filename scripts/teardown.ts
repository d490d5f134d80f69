import { ask } from './deploy/ask.ts';
import { build } from './deploy/build.ts';
import { check } from './deploy/check.ts';
import { installationOf } from './deploy/installation.ts';
import { TARGET_USAGE, type TeardownOptions, teardownOptions } from './deploy/options.ts';
import { progress } from './deploy/progress.ts';
import { run } from './deploy/run.ts';
import { destroyApp, saveRecords } from './deploy/teardown.ts';

const USAGE = `npm run teardown [-- options]

Closes Touchbase to everybody, exports all data into its bucket, compares what was exported with what is there, and where
nothing differs destroys everything but the bucket. The next deploy brings the data back.
  --yes                does not ask for the name first
  --drain SECONDS      how long requests under way get to end, after the closing (35)
${TARGET_USAGE}`;

await run(USAGE, async () => {
  const options = teardownOptions(process.argv.slice(2), process.env);
  if (options.help) return 'help';
  await confirm(options);
  await teardown(options);
  return 0;
});

async function confirm({ name, region, yes }: TeardownOptions): Promise<void> {
  if (yes) return;
  const typed = await ask(`This takes ${name} in ${region} down, for everybody. Type ${name} to go on: `);
  if (typed === undefined) throw new Error('Nobody is here to confirm it: say --yes. Nothing was touched.');
  if (typed !== name) throw new Error(`That is not ${name}. Nothing was touched.`);
}

async function teardown(options: TeardownOptions): Promise<void> {
  const { step, say } = progress(4);
  const account = await step('check', () => check(options.region, ['build']));
  await step('build', () => build(['build:lambdas']));
  const installation = installationOf(options, account);
  await step('export', () => saveRecords(installation, { drainSeconds: options.drainSeconds, say }));
  await step('destroy', () => destroyApp(installation, say));
  say(`the bucket ${installation.bucketName} is all that is left`);
}
