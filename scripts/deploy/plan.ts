import * as v from 'valibot';
import type { Installation, Root } from './installation.ts';

export interface Change {
  readonly address: string;
  readonly type: string;
  readonly action: Action;
}
type Action = 'create' | 'update' | 'replace' | 'delete';

const PlanFile = v.object({
  resource_changes: v.optional(
    v.array(
      v.object({
        address: v.string(),
        type: v.string(),
        mode: v.string(),
        change: v.object({ actions: v.array(v.string()), importing: v.optional(v.unknown()) }),
      }),
    ),
    [],
  ),
});

export interface PlanOptions {
  /** Where the plan is kept, to be applied as it is. */
  readonly file: string;
  readonly vars?: readonly string[];
  /** Another folder than the root's own. */
  readonly folder?: string;
}

/** Plans a root and says what would change; AWS is asked, nothing is touched. */
export async function planRoot(installation: Installation, root: Root, options: PlanOptions): Promise<Change[]> {
  const { file, vars, folder } = options;
  const where = folder === undefined ? {} : { folder };
  const args = ['plan', '-input=false', '-lock-timeout=2m', `-out=${file}`, ...installation.variables(root, vars)];
  await installation.terraform(root, args, where);
  return plannedIn(installation, root, file, where);
}

/** What stands in a plan that was kept. */
export async function plannedIn(
  installation: Installation,
  root: Root,
  file: string,
  where: { folder?: string } = {},
): Promise<Change[]> {
  const { out } = await installation.terraform(root, ['show', '-json', file], where);
  const { resource_changes } = v.parse(PlanFile, JSON.parse(out));
  return resource_changes.flatMap(({ address, type, mode, change }) => {
    const action = mode === 'managed' ? actionOf(change.actions) : undefined;
    return action ? { address, type, action } : [];
  });
}

function actionOf(actions: readonly string[]): Action | undefined {
  if (actions.includes('create') && actions.includes('delete')) return 'replace';
  if (actions.includes('create')) return 'create';
  if (actions.includes('update')) return 'update';
  return actions.includes('delete') ? 'delete' : undefined;
}

/** Applies a plan exactly as it was made, and says what gets done. */
export async function applyPlan(
  installation: Installation,
  root: Root,
  file: string,
  say: (line: string) => void,
): Promise<void> {
  await installation.terraform(root, ['apply', '-input=false', '-lock-timeout=2m', file], {
    onLine: (line) => {
      const done = /^(\S+): (Creation|Modifications|Destruction) complete after (\S+)/.exec(line);
      if (done) say(`${done[1]} ${WORDS[done[2] ?? ''] ?? ''} (${done[3]})`);
    },
  });
}

const WORDS: Readonly<Record<string, string>> = {
  Creation: 'made',
  Modifications: 'changed',
  Destruction: 'destroyed',
};

/** A plan in short: what is new by type, what goes or is replaced one by one. */
export function planInShort(changes: readonly Change[]): string[] {
  if (changes.length === 0) return ['nothing would change'];
  const of = (action: Action) => changes.filter((change) => change.action === action);
  return [
    ...byType(of('create')).map((line) => `+ ${line}`),
    ...of('update').map(({ address }) => `~ ${address}`),
    ...of('replace').map(({ address }) => `± ${address} (destroyed and made anew)`),
    ...of('delete').map(({ address }) => `- ${address}`),
  ];
}

function byType(changes: readonly Change[]): string[] {
  const types = Map.groupBy(changes, ({ type }) => type);
  return [...types].map(([type, of]) => (of.length === 1 ? (of[0]?.address ?? type) : `${of.length} ${type}`)).sort();
}
