import { type ReadonlySignal, signal } from '@preact/signals';

type NameStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Whose search the report proves. The name is kept by this browser alone: nothing of it is ever sent. */
export class Reporter {
  readonly name: ReadonlySignal<string>;
  /** Whether the browser keeps it beyond this page. */
  readonly isKept: ReadonlySignal<boolean>;
  readonly #name;
  readonly #isKept = signal(true);
  readonly #storage: NameStorage;
  readonly #key: string;

  /** @param replica under what name this browser keeps the records of the person */
  constructor(storage: NameStorage, replica: string) {
    this.#storage = storage;
    this.#key = `${replica}.reporter`;
    this.#name = signal(storage.getItem(this.#key) ?? '');
    this.name = this.#name;
    this.isKept = this.#isKept;
  }

  rename(name: string): void {
    this.#name.value = name;
    try {
      this.#storage.setItem(this.#key, name);
      this.#isKept.value = true;
    } catch {
      this.#isKept.value = false;
    }
  }
}
