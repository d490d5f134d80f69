import { createPublicKey, generateKeyPairSync, type JsonWebKey, sign, verify } from 'node:crypto';
import * as v from 'valibot';

export type Claims = Readonly<Record<string, unknown>>;

/** Signs JSON Web Tokens (RFC 7519) with RS256, as a user pool does. */
export interface TokenSigner {
  sign(claims: Claims): string;
  /** The keys that a user pool publishes (RFC 7517). */
  readonly jwks: { readonly keys: readonly (JsonWebKey & { kid: string })[] };
}

export function tokenSigner(): TokenSigner {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = crypto.randomUUID();
  return {
    sign: (claims) => {
      const signed = `${encode({ kid, alg: 'RS256' })}.${encode(claims)}`;
      return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
    },
    jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }] },
  };
}

/** The claims of a token that one of the keys signed; undefined for anything else. */
export function verifiedClaims(token: string, { keys }: TokenSigner['jwks']): Claims | undefined {
  const [head = '', payload = '', signature = '', ...more] = token.split('.');
  const header = v.safeParse(Header, decode(head));
  const key = keys.find(({ kid }) => header.success && kid === header.output.kid);
  if (!key || more.length > 0) return undefined;
  const publicKey = createPublicKey({ key, format: 'jwk' });
  const isSigned = verify('sha256', Buffer.from(`${head}.${payload}`), publicKey, Buffer.from(signature, 'base64url'));
  return isSigned ? v.parse(v.record(v.string(), v.unknown()), decode(payload)) : undefined;
}

const Header = v.object({ kid: v.string(), alg: v.literal('RS256') });

function encode(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}
