import { join } from 'node:path';
import type { Bucket } from './s3-objects.ts';
import { s3Bucket } from './s3-objects.ts';
import { type RunOptions, runTerraform } from './terraform.ts';

const TREE = join(import.meta.dirname, '../..');

export type Root = 'persistent' | 'app';

/** Which installation is meant: what a person says of it. */
export interface Target {
  readonly name: string;
  readonly region: string;
  readonly environment: string | undefined;
  /** `key=value` for variables of the app root. */
  readonly vars: readonly string[];
}

/** One installation in one account. */
export interface Installation extends Target {
  readonly account: string;
  readonly bucket: Bucket;
  readonly bucketName: string;
  /** Runs terraform in a root, or in a copy of it elsewhere. */
  terraform(
    root: Root,
    args: readonly string[],
    options?: RunOptions & { folder?: string },
  ): ReturnType<typeof runTerraform>;
  /** What plan, destroy and import want to be told. */
  variables(root: Root, more?: readonly string[]): string[];
  /** Connects a root with its state in the bucket; again only where it has not been yet. */
  connect(root: Root): Promise<void>;
}

export function installationOf(target: Target, account: string): Installation {
  const { name, region } = target;
  const bucketName = `${name}-${account}-${region}`;
  const connected = new Map<Root, Promise<void>>();
  return {
    ...target,
    account,
    bucket: s3Bucket(bucketName, region, account),
    bucketName,
    terraform,
    variables,
    connect,
  };

  /** Providers and the connection stand apart for each installation, outside the source. */
  function terraform(root: Root, args: readonly string[], options: RunOptions & { folder?: string } = {}) {
    const own = join(TREE, 'dist/terraform', bucketName, root);
    const env = options.folder ? {} : { TF_DATA_DIR: own };
    return runTerraform(options.folder ?? join(TREE, 'infra/terraform', root), args, { ...options, env });
  }

  function variables(root: Root, more: readonly string[] = []): string[] {
    const { environment, vars } = target;
    const told = [`name=${name}`, `region=${region}`, ...(environment ? [`environment=${environment}`] : [])];
    const forApp = root === 'app' ? [...vars, ...more, `bucket=${bucketName}`] : [];
    return [...told, ...forApp].map((variable) => `-var=${variable}`);
  }

  function connect(root: Root): Promise<void> {
    const connecting = connected.get(root) ?? init(root);
    connected.set(root, connecting);
    return connecting;
  }

  async function init(root: Root): Promise<void> {
    const backend = [`-backend-config=bucket=${bucketName}`, `-backend-config=region=${region}`];
    await terraform(root, ['init', '-input=false', '-reconfigure', ...backend]);
  }
}
