export interface Holding {
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
  /** Takes the lock from whoever holds it. */
  readonly steal?: boolean;
}

/**
 * Does some work while no other tab holds a lock: https://w3c.github.io/web-locks/. Where a browser has none, or keeps
 * them from a site that may keep nothing, no other tab shares anything that the work could disturb: it is done at once.
 */
export async function holding<T>(name: string, options: Holding, work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work();
  let isBegun = false;
  const begin = () => {
    isBegun = true;
    return work();
  };
  try {
    return await navigator.locks.request(name, options, begin);
  } catch (error) {
    if (isBegun || !isDenied(error)) throw error;
    return work();
  }
}

function isDenied(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'SecurityError';
}
