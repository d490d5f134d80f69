/** 32 hexadecimal digits: nobody guesses an identity from them, and no two share them. */
const BYTES = 16;

/**
 * Under what name this browser keeps the records of an identity. The identity cannot be told from it: a guest's is a
 * secret that opens their records.
 */
export async function replicaName(identity: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(identity));
  const digits = Array.from(new Uint8Array(digest, 0, BYTES), (byte) => byte.toString(16).padStart(2, '0'));
  return `touchbase.${digits.join('')}`;
}
