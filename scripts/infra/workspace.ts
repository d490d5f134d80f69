import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOTS } from './terraform.ts';

const TREE = join(import.meta.dirname, '../..');

/** Folders of a copy in which Terraform may write. */
export interface Roots {
  readonly folder: string;
  readonly persistent: string;
  readonly app: string;
  /** What the functions were built into. */
  readonly artifacts: string;
  readonly remove: () => Promise<void>;
}

/** Copies both roots and what they read into a temporary folder, with state in files: the tree stays clean. */
export async function copyRoots(): Promise<Roots> {
  const copy = await mkdtemp(join(tmpdir(), 'touchbase-infra-'));
  const folder = join(copy, 'infra/terraform');
  const artifacts = join(copy, 'dist/cloud');
  await cp(join(TREE, 'infra/terraform'), folder, { recursive: true, filter: isSource });
  await cp(join(TREE, 'src/store/dynamodb-table.json'), join(copy, 'src/store/dynamodb-table.json'));
  await cp(join(TREE, 'dist/cloud'), artifacts, { recursive: true });
  for (const root of ROOTS) await writeFile(join(folder, root, 'backend_override.tf'), LOCAL_STATE);
  return {
    folder,
    persistent: join(folder, 'persistent'),
    app: join(folder, 'app'),
    artifacts,
    remove: () => rm(copy, { recursive: true, force: true }),
  };
}

const LOCAL_STATE = `terraform {
  backend "local" {}
}
`;

function isSource(path: string): boolean {
  return !/\.terraform|\.tfstate|_override\.tf$/.test(path);
}
