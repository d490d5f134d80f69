import { parseArgs } from 'node:util';
import type { Target } from './installation.ts';

export const STEPS = ['check', 'build', 'persistent', 'app', 'restore', 'upload', 'smoke'] as const;
export type Step = (typeof STEPS)[number];

export interface DeployOptions extends Target {
  readonly help: boolean;
  readonly plan: boolean;
  readonly planFile: string | undefined;
  readonly steps: readonly Step[];
  readonly skipRestore: boolean;
  readonly yes: boolean;
}

export interface TeardownOptions extends Target {
  readonly help: boolean;
  readonly yes: boolean;
  /** How long requests under way get to end, after the API was closed. */
  readonly drainSeconds: number;
}

export const TARGET_USAGE = `  --name NAME          which installation, and what all is named after; else TF_VAR_name, else touchbase
  --region REGION      where; else AWS_REGION, else eu-central-1
  --environment NAME   a tag on everything (production)
  --var KEY=VALUE      a variable of infra/terraform/app/variables.tf, as often as needed
  TERRAFORM            the terraform to use, 1.10 or newer; else the one on the path
  AWS_…                credentials and endpoints, as every tool for AWS reads them`;

const OF_TARGET = {
  help: { type: 'boolean', short: 'h' },
  yes: { type: 'boolean' },
  name: { type: 'string' },
  region: { type: 'string' },
  environment: { type: 'string' },
  var: { type: 'string', multiple: true },
} as const;

/** @throws Error that says what is wrong with the options */
export function deployOptions(args: readonly string[], env: NodeJS.ProcessEnv): DeployOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...OF_TARGET,
      plan: { type: 'boolean' },
      'plan-file': { type: 'string' },
      only: { type: 'string', multiple: true },
      'no-smoke': { type: 'boolean' },
      'skip-restore': { type: 'boolean' },
    },
  });
  const { help = false, yes = false, plan = false, 'skip-restore': skipRestore = false } = values;
  const steps = stepsOf(values.only).filter((step) => step !== 'smoke' || !values['no-smoke']);
  return { ...targetOf(values, env), help, yes, plan, planFile: values['plan-file'], steps, skipRestore };
}

/** @throws Error that says what is wrong with the options */
export function teardownOptions(args: readonly string[], env: NodeJS.ProcessEnv): TeardownOptions {
  const { values } = parseArgs({ args: [...args], options: { ...OF_TARGET, drain: { type: 'string' } } });
  const { help = false, yes = false, drain = '35' } = values;
  if (!/^\d{1,4}$/.test(drain)) throw new Error(`--drain takes whole seconds, not ${drain}.`);
  return { ...targetOf(values, env), help, yes, drainSeconds: Number(drain) };
}

interface TargetValues {
  name?: string | undefined;
  region?: string | undefined;
  environment?: string | undefined;
  var?: string[] | undefined;
}

function targetOf({ name, region, environment, var: vars = [] }: TargetValues, env: NodeJS.ProcessEnv): Target {
  const wrong = vars.find((variable) => !/^[a-z_]+=/.test(variable));
  if (wrong !== undefined) throw new Error(`--var takes KEY=VALUE, not ${wrong}.`);
  return {
    name: name ?? env.TF_VAR_name ?? 'touchbase',
    region: region ?? (env.AWS_REGION || env.AWS_DEFAULT_REGION || env.TF_VAR_region || 'eu-central-1'),
    environment,
    vars,
  };
}

function stepsOf(only: readonly string[] | undefined): readonly Step[] {
  if (!only) return STEPS;
  const wanted = only.flatMap((list) => list.split(','));
  const unknown = wanted.filter((step) => !STEPS.some((known) => known === step));
  if (unknown.length > 0) throw new Error(`There is no step ${unknown.join(', ')}; there are ${STEPS.join(', ')}.`);
  return STEPS.filter((step) => wanted.includes(step));
}
