import * as v from 'valibot';
import type { Items } from './dynamodb-items.ts';
import type { Purpose, Secrets } from './secrets.ts';

/** One item for each purpose, which a teardown keeps; read once in the life of a function. */
export function openSecrets(items: Items): Secrets {
  const known = new Map<Purpose, string>();
  return { of };

  async function of(purpose: Purpose, make: () => string): Promise<string> {
    const secret = known.get(purpose) ?? (await read(purpose)) ?? (await keep(purpose, make()));
    known.set(purpose, secret);
    return secret;
  }

  /** Where another kept one first, that one. */
  async function keep(purpose: Purpose, secret: string): Promise<string> {
    if (await items.put({ ...keyOf(purpose), secret }, { text: 'attribute_not_exists(#pk)' })) return secret;
    const first = await read(purpose);
    if (first === undefined) throw new Error(`The secret for ${purpose} was removed.`);
    return first;
  }

  async function read(purpose: Purpose): Promise<string | undefined> {
    return (await items.get(keyOf(purpose), SecretItem))?.secret;
  }
}

const SecretItem = v.object({ secret: v.string() });

function keyOf(purpose: Purpose) {
  return { pk: 'SECRETS', sk: purpose };
}
