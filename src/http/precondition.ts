import { Refusal } from './problem.ts';

/** The strong entity tag of a version of a record (RFC 9110, 8.8.3). */
export function entityTag(version: number): string {
  return `"${version}"`;
}

/**
 * The version that `If-Match` asks for (RFC 9110, 13.1.1); undefined where there is none or it is `*`.
 *
 * @throws Refusal (bad_precondition) where it is not one entity tag of ours
 */
export function versionOfIfMatch(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const [, version] = /^\s*"(\d{1,15})"\s*$/.exec(header) ?? [];
  if (version !== undefined) return Number(version);
  throw new Refusal({
    code: 'bad_precondition',
    detail: 'Send If-Match with the ETag that you got with the record, quotes included: for example If-Match: "3".',
  });
}

/** Whether `If-None-Match` says that the reader has this version already (RFC 9110, 13.1.2: weak comparison). */
export function isKnown(header: string | undefined, version: number): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(entityTag(version)) || tags.includes('*');
}
