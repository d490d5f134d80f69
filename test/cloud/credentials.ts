import { randomBytes } from 'node:crypto';

/** Temporary credentials, and what AWS knows of whoever holds them. */
export interface Issued {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** In milliseconds since the epoch. */
  readonly expiresAt: number;
  /** The name of the role that they are of. */
  readonly role: string;
  /** Of which function of ours they are, if of one. */
  readonly of?: string;
  /** Of which identity they are, if of one. */
  readonly identity?: IssuedIdentity;
}

export interface IssuedIdentity {
  readonly id: string;
  readonly pool: string;
  /** `<pool>,<pool>:CognitoSignIn:<sub>`; null for a guest. */
  readonly provider: string | null;
}

export interface Credentials {
  issue(holder: Pick<Issued, 'expiresAt' | 'role' | 'of' | 'identity'>): Issued;
  find(accessKeyId: string): Issued | undefined;
}

/** Issues credentials, and knows those that it issued and no others. */
export function credentialsIssuer(): Credentials {
  const issued = new Map<string, Issued>();
  return {
    issue: (holder) => {
      const credentials = { ...holder, ...newKey() };
      issued.set(credentials.accessKeyId, credentials);
      return credentials;
    },
    find: (accessKeyId) => issued.get(accessKeyId),
  };
}

function newKey() {
  const letters = Array.from(randomBytes(16), (byte) => BASE32[byte % 32]).join('');
  return {
    accessKeyId: `ASIA${letters}`,
    secretAccessKey: randomBytes(30).toString('base64'),
    // A slash and a plus, which real ones have as well, must survive the signing.
    sessionToken: `IQoJb3JpZ2luX2Vj/+${randomBytes(300).toString('base64')}`,
  };
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
