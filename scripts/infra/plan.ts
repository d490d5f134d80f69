import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { terraform } from './terraform.ts';

const attributes = v.nullable(v.record(v.string(), v.unknown()));
const plans = v.object({
  resource_changes: v.optional(
    v.array(
      v.object({
        address: v.string(),
        type: v.string(),
        change: v.object({ actions: v.array(v.string()), before: attributes, after: attributes }),
      }),
    ),
    [],
  ),
});

export interface Change {
  readonly address: string;
  readonly type: string;
  readonly actions: readonly string[];
  /** Which attributes would change. */
  readonly attributes: readonly string[];
}

/** What an apply would do now. */
export async function plannedChanges(folder: string, env: NodeJS.ProcessEnv): Promise<Change[]> {
  await terraform(folder, ['plan', '-input=false', '-out=next.tfplan'], env);
  const { resource_changes } = v.parse(
    plans,
    JSON.parse(await terraform(folder, ['show', '-json', 'next.tfplan'], env)),
  );
  return resource_changes
    .filter(({ change }) => !isDeepStrictEqual(change.actions, ['no-op']))
    .map(({ address, type, change: { actions, before, after } }) => {
      const names = Object.keys({ ...before, ...after });
      const changed = names.filter((name) => !isDeepStrictEqual(before?.[name], after?.[name]));
      return { address, type, actions, attributes: changed };
    });
}

/** Says what of a second plan is more than an emulator's forgetting. */
export function changesOfSubstance(changes: readonly Change[]): string[] {
  return changes
    .filter((change) => change.actions[0] !== 'read' && !isForgotten(change))
    .map(({ address, actions, attributes }) => `${address}: ${actions.join()} ${attributes.join(', ')}`);
}

function isForgotten({ type, actions, attributes }: Change): boolean {
  return isDeepStrictEqual(actions, ['update']) && attributes.every((name) => FORGOTTEN[type]?.includes(name));
}

/** What Moto 5.2 takes and does not give back, so that each plan finds it missing. AWS gives back all of it. */
const FORGOTTEN: Readonly<Record<string, readonly string[]>> = {
  // No tags of a budget.
  aws_budgets_budget: ['tags_all'],
  // No cache policy, function or access control of a behaviour or an origin; a certificate's default is made up.
  aws_cloudfront_distribution: ['default_cache_behavior', 'ordered_cache_behavior', 'origin', 'viewer_certificate'],
  // Nothing that came with managed login and passkeys.
  aws_cognito_user_pool: ['user_pool_tier', 'web_authn_configuration'],
  aws_cognito_user_pool_domain: ['managed_login_version'],
  // Only the format, the group and the levels of logs.
  aws_lambda_function: ['logging_config'],
};
