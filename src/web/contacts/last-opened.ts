import { computed, effect, type ReadonlySignal } from '@preact/signals';
import * as v from 'valibot';
import type { Route } from '../route.ts';

/** So many are kept: some may be deleted when they are asked for. */
const MOST = 20;

const idsSchema = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

/** Which contacts were opened on this device, in any tab and before the page was loaded. */
export class LastOpened {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly #key: string;

  /** @param name of the replica whose contacts they are */
  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>, name: string, route: ReadonlySignal<Route>) {
    this.#storage = storage;
    this.#key = `${name}.opened`;
    const opened = computed(() => {
      const { open } = route.value;
      return open === 'new' ? undefined : open?.id;
    });
    effect(() => {
      if (opened.value !== undefined) this.#add(opened.value);
    });
  }

  /** The latest first. */
  get ids(): readonly string[] {
    const { success, output } = v.safeParse(idsSchema, this.#storage.getItem(this.#key));
    return success ? output : [];
  }

  #add(id: string): void {
    const ids = [id, ...this.ids.filter((other) => other !== id)];
    try {
      this.#storage.setItem(this.#key, JSON.stringify(ids.slice(0, MOST)));
    } catch {
      // The storage is full: a contact opens all the same.
    }
  }
}
