import type { IdentityService, Logins, TemporaryKeys } from './identity.ts';
import { ServiceRefused } from './trouble.ts';

export interface Linked {
  readonly keys: TemporaryKeys;
  /** Whether the guest's identity, and so every record, is the person's now. */
  readonly isSame: boolean;
}

/** How Cognito says that a guest's identity cannot become that of a login, or no more. */
const CANNOT = ['ResourceConflictException', 'ResourceNotFoundException', 'NotAuthorizedException'];

/**
 * Ties a guest's identity to a login. Where the login has one from before, that is what comes back, as the pool is set
 * at once or after a refusal.
 */
export async function link(service: IdentityService, guest: string | null, logins: Logins): Promise<Linked> {
  const keys = (guest !== null && (await linked(service, guest, logins))) || (await own(service, logins));
  return { keys, isSame: keys.identity === guest };
}

async function linked(service: IdentityService, guest: string, logins: Logins): Promise<TemporaryKeys | null> {
  try {
    return await service.keysOf(guest, logins);
  } catch (error) {
    if (error instanceof ServiceRefused && CANNOT.includes(error.code)) return null;
    throw error;
  }
}

async function own(service: IdentityService, logins: Logins): Promise<TemporaryKeys> {
  return service.keysOf(await service.idFor(logins), logins);
}
