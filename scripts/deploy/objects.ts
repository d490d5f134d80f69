/** The bucket, as deploying sees it: whole objects by key. */
export interface Objects {
  put(key: string, body: Uint8Array | string, headers?: ObjectHeaders): Promise<void>;
  /** Undefined where there is none. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** All keys that begin so, in order. */
  list(prefix: string): Promise<string[]>;
  /** What is not there is removed already. */
  remove(keys: readonly string[]): Promise<void>;
}

export interface ObjectHeaders {
  readonly contentType: string;
  readonly cacheControl?: string;
}

/** Copies, then removes: broken off, it leaves the object in at least one place. */
export async function moveObject(objects: Objects, from: string, to: string): Promise<void> {
  const body = await objects.get(from);
  if (body === undefined) return;
  await objects.put(to, body);
  await objects.remove([from]);
}
