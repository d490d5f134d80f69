/** Where the system keeps passwords of its person. */
export interface Keychain {
  /** @returns null where there is none. @throws NoKeychain */
  get(name: string): Promise<string | null>;
  /** @throws NoKeychain */
  set(name: string, password: string): Promise<void>;
  /** @throws NoKeychain */
  remove(name: string): Promise<void>;
}

/** The system has no keychain that can be used, or it is locked. */
export class NoKeychain extends Error {
  override readonly name = 'NoKeychain';
}

/** Under which name the system shows what is ours. */
const SERVICE = 'Touchbase';

/** So long it may take its person to unlock it. */
const PATIENCE_MS = 30_000;

// Without a Secret Service it would be the keyring of the kernel, which forgets all when the machine is switched off.
const OPTIONS = { linux: { store: 'secret-service' } } as const;

/**
 * The keychain of macOS, the Credential Manager of Windows, or what speaks the Secret Service API on Linux
 * (https://specifications.freedesktop.org/secret-service/). It is loaded when it is first needed.
 */
export const systemKeychain: Keychain = {
  get: (name) => withEntry(name, (entry) => entry.getPassword()),
  set: (name, password) => withEntry(name, (entry) => entry.setPassword(password)),
  remove: async (name) => void (await withEntry(name, (entry) => entry.deletePassword())),
};

/** One that forgets all with the program. */
export function keychainInMemory(): Keychain {
  const passwords = new Map<string, string>();
  return {
    get: async (name) => passwords.get(name) ?? null,
    set: async (name, password) => void passwords.set(name, password),
    remove: async (name) => void passwords.delete(name),
  };
}

type Entry = InstanceType<typeof import('@napi-rs/keyring')['AsyncEntry']>;

async function withEntry<T>(name: string, work: (entry: Entry) => Promise<T>): Promise<T> {
  try {
    const { AsyncEntry } = await import('@napi-rs/keyring');
    return await withinPatience(work(new AsyncEntry(SERVICE, name, OPTIONS)));
  } catch (error) {
    throw new NoKeychain(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** A locked one asks its person to unlock it, and waits for them: reminders do not. */
async function withinPatience<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it does not answer: unlock it')), PATIENCE_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
