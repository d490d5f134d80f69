import type { Pending } from '../../src/web/sync/change.ts';
import { Memory } from '../../src/web/sync/memory-store.ts';
import { Tab } from './tab.ts';
import type { World } from './world.ts';

/** A browser: what it keeps, and its tabs. */
export class Device {
  isOnline = true;
  /** Whether what its tabs tell each other is late. */
  isDeaf = false;
  readonly world: World;
  readonly memory = new Memory();
  readonly tabs: Tab[];
  readonly #unheard = new Set<Tab>();
  #holder: Tab | null = null;
  readonly #waiting: { readonly tab: Tab; readonly go: () => void }[] = [];

  constructor(world: World, tabs: number) {
    this.world = world;
    this.tabs = Array.from({ length: tabs }, () => this.#open());
  }

  /** Web Locks: one tab at a time; a dead one holds nothing. */
  async alone<T>(tab: Tab, work: () => Promise<T>): Promise<T> {
    if (this.#holder !== null) await new Promise<void>((go) => this.#waiting.push({ tab, go }));
    this.#holder = tab;
    try {
      return await work();
    } finally {
      if (this.#holder === tab) this.#passOn();
    }
  }

  /** BroadcastChannel: all other tabs hear, at once or later. */
  tell(from: Tab): void {
    for (const tab of this.tabs) if (tab !== from) this.#unheard.add(tab);
    if (!this.isDeaf) this.hear();
  }

  /** What was told arrives. */
  hear(): void {
    for (const tab of this.#unheard) void tab.hear();
    this.#unheard.clear();
  }

  /** Opens a new tab in the place of each that has died. */
  reopen(): void {
    for (const [place, tab] of this.tabs.entries()) {
      if (!tab.store.isDead) continue;
      this.tabs[place] = this.#open();
      if (this.#holder === tab) this.#passOn();
    }
  }

  /** Changes that are queued here, those that were refused too. */
  get outbox(): readonly Pending[] {
    return [...this.memory.outbox.values()];
  }

  #open(): Tab {
    const tab = new Tab(this, this.memory);
    void tab.begin();
    return tab;
  }

  #passOn(): void {
    this.#holder = null;
    const next = this.#waiting.shift();
    if (!next) return;
    this.#holder = next.tab;
    if (next.tab.store.isDead) this.#passOn();
    else next.go();
  }
}
