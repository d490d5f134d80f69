import { build } from './deploy/build.ts';
import { check } from './deploy/check.ts';
import { installationOf } from './deploy/installation.ts';
import { type DeployOptions, deployOptions, STEPS, type Step, TARGET_USAGE } from './deploy/options.ts';
import { progress } from './deploy/progress.ts';
import { run } from './deploy/run.ts';
import { showPlan } from './deploy/show-plan.ts';
import { DO } from './deploy/steps.ts';

const USAGE = `npm run deploy [-- options]

Puts Touchbase into your AWS account, or brings what is there up to date; it may be broken off and run again.
  --plan               shows what would change and changes nothing; ends with 0 for nothing, 2 for something
  --plan-file FILE     with --plan: keeps the plan there; without: applies just that plan
  --only STEP[,STEP]   some of the steps: ${STEPS.join(', ')}
  --no-smoke           leaves the last step out
  --skip-restore       keeps the table as it is and puts exports that wait to be restored aside
  --yes                does not ask before a change that ends everybody's login
${TARGET_USAGE}`;

await run(USAGE, async () => {
  const options = deployOptions(process.argv.slice(2), process.env);
  return options.help ? 'help' : deploy(options);
});

async function deploy(options: DeployOptions): Promise<number> {
  if (options.plan) return plan(options);
  const steps = options.steps.filter((step) => step !== 'check');
  const { step, say } = progress(steps.length + (needsAws(steps) ? 1 : 0));
  const account = needsAws(steps) ? await step('check', () => check(options.region, options.steps)) : '';
  const installation = installationOf(options, account);
  for (const name of steps) await step(name, () => DO[name]({ installation, options, say }));
  return 0;
}

async function plan(options: DeployOptions): Promise<number> {
  const { step, say } = progress(3);
  const account = await step('check', () => check(options.region, ['build']));
  await step('build', () => build(['build:lambdas']));
  const changes = await step('plan', () => showPlan(installationOf(options, account), options.planFile, say));
  return changes ? 2 : 0;
}

function needsAws(steps: readonly Step[]): boolean {
  return steps.length === 0 || steps.some((step) => step !== 'build');
}
