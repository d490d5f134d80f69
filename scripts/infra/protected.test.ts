import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { onlyOneIsProtected, withoutProtection } from './protected.ts';

test('the one bucket refuses to be destroyed, and nothing else does', async () => {
  const folder = await copyOfRoots();
  await onlyOneIsProtected(folder);
});

test('a second protected resource is found', async () => {
  const folder = await copyOfRoots();
  const path = join(folder, 'app/dynamodb.tf');
  await writeFile(
    path,
    (await readFile(path, 'utf8')).replace('ttl {', 'lifecycle {\n prevent_destroy = true\n }\n ttl {'),
  );
  await expect(onlyOneIsProtected(folder)).rejects.toThrow('app/dynamodb.tf: aws_dynamodb_table.records');
});

test('a bucket without its protection is found', async () => {
  const folder = await copyOfRoots();
  const path = join(folder, 'persistent/bucket.tf');
  await writeFile(path, withoutProtection(await readFile(path, 'utf8')));
  await expect(onlyOneIsProtected(folder)).rejects.toThrow('nothing');
});

async function copyOfRoots(): Promise<string> {
  const folder = temporaryFolder();
  const roots = join(import.meta.dirname, '../../infra/terraform');
  await cp(roots, folder, { recursive: true, filter: (path) => !path.includes('.terraform') });
  return folder;
}
