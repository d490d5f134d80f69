import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Throws unless the bucket of the persistent root, and it alone, refuses to be destroyed. */
export async function onlyOneIsProtected(folder: string): Promise<void> {
  const found: string[] = [];
  for await (const path of glob('*/*.tf', { cwd: folder })) {
    const source = await readFile(join(folder, path), 'utf8');
    found.push(...[...source.matchAll(PROTECTED)].map(([, type, name]) => `${path}: ${type}.${name}`));
  }
  if (found.join() !== 'persistent/bucket.tf: aws_s3_bucket.this')
    throw new Error(`prevent_destroy stands in: ${found.join(', ') || 'nothing'}`);
}

/** Takes the protection out of a source, as someone would who means to lose the bucket. */
export function withoutProtection(source: string): string {
  return source.replace('prevent_destroy = true', 'prevent_destroy = false');
}

// A resource, up to its protection, without another one between.
const PROTECTED = /resource "(\w+)" "(\w+)"(?:(?!^resource)[\s\S])*?prevent_destroy\s*=\s*true/gm;
