import type { Change } from './plan.ts';

/** Whose loss no apply may cause: the records stand in it. */
const RECORDS = ['aws_dynamodb_table', 'aws_s3_bucket'];
/** Whose loss ends every login and every guest's way to their records. */
const LOGINS = ['aws_cognito_user_pool', 'aws_cognito_identity_pool'];

export interface Danger {
  readonly records: readonly string[];
  readonly logins: readonly string[];
}

/** What a plan would destroy that cannot be made again. */
export function dangerOf(changes: readonly Change[]): Danger {
  const lost = changes.filter(({ action }) => action === 'delete' || action === 'replace');
  const among = (types: readonly string[]) =>
    lost.filter(({ type }) => types.includes(type)).map(({ address }) => address);
  return { records: among(RECORDS), logins: among(LOGINS) };
}

/**
 * Lets a plan through, or not.
 *
 * @param agrees whether a person takes the loss of all logins
 * @throws Error where records would be lost, or nobody agrees
 */
export async function guard(changes: readonly Change[], agrees: (what: string) => Promise<boolean>): Promise<void> {
  const { records, logins } = dangerOf(changes);
  if (records.length > 0)
    throw new Error(
      `The plan would destroy ${records.join(', ')} and everybody's records. Nothing was changed. ` +
        '`npm run teardown` and then `npm run deploy` makes it anew and keeps the records.',
    );
  if (logins.length === 0) return;
  const what = `${logins.join(', ')} would be destroyed: everybody has to sign up again, and guests need their recovery code.`;
  if (!(await agrees(what))) throw new Error(`${what} Nothing was changed. With --yes it is done.`);
}
