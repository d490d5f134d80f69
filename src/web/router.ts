import { computed, type Signal, signal } from '@preact/signals';
import type { Noun } from '../domain/noun.ts';
import {
  ACCOUNT,
  type Elsewhere,
  formatRoute,
  isPlace,
  type ListAddress,
  type Open,
  PLAIN_LIST,
  type Place,
  parseRoute,
  type Route,
} from './route.ts';

/** Longer than between two keystrokes. */
const PAUSE_MS = 250;

/** The address bar as a signal: it follows Back and Forward, and it moves when a person does. */
export class Router {
  readonly route: Signal<Route>;
  /** What of it is open beside the list, and the place that is there instead: neither changes with each letter of a search. */
  readonly opened = computed(() => this.route.value.open);
  readonly elsewhere = computed(() => this.route.value.elsewhere);
  /** The path it was started with, where that leads nowhere. */
  readonly lost: string | null;
  readonly #noun: Noun;
  readonly #hasAccount: boolean;
  #typing: ReturnType<typeof setTimeout> | undefined;

  /** @param hasAccount whether there is a page of an account */
  constructor(noun: Noun, hasAccount: boolean) {
    this.#noun = noun;
    this.#hasAccount = hasAccount;
    this.lost = isPlace(noun, location, hasAccount) ? null : location.pathname;
    this.route = signal(this.#read(location));
    history.replaceState(null, '', this.href(this.route.value));
    addEventListener('popstate', () => {
      clearTimeout(this.#typing);
      this.#typing = undefined;
      this.route.value = this.#read(location);
    });
    document.addEventListener('click', (event) => this.#follow(event));
  }

  /** The address of a place. */
  href(route: Route): string {
    return formatRoute(this.#noun, route);
  }

  /** The address of a record, or of a new one, beside the list as it is. */
  hrefOf(open: Open): string {
    return this.href({ list: this.route.value.list, open });
  }

  /** The address of another place than the list. */
  hrefTo(place: Place, open: Open = null, asked: Elsewhere['asked'] = {}): string {
    return this.href({ list: PLAIN_LIST, open: null, elsewhere: { place, open, asked } });
  }

  /** Goes to an address of the app. */
  follow(href: string): void {
    this.#go(this.#read(new URL(href, location.origin)));
  }

  /** Goes to another place than the list. */
  goTo(place: Place, open: Open = null, asked: Elsewhere['asked'] = {}): void {
    this.#go({ ...this.route.peek(), open: null, elsewhere: { place, open, asked } });
  }

  /** Opens a contact beside the list. */
  open(open: Open): void {
    this.#go({ list: this.route.peek().list, open });
  }

  /** Asks for another list; what is open stays open. */
  ask(list: Partial<ListAddress>): void {
    const route = this.route.peek();
    this.#go({ list: { ...route.list, ...list }, open: route.open });
  }

  /** Searches; all that is typed is one step back. The address follows when the typing pauses: browsers limit it. */
  search(query: string): void {
    if (this.route.peek().list.query === '') this.ask({ query });
    else this.#searchOn(query);
  }

  /** Asks the place that is open for something else. What is typed on is one step back, as in `search`. */
  askHere(asked: Elsewhere['asked'], isTypedOn = false): void {
    const route = this.route.peek();
    if (!route.elsewhere) return;
    const there = { ...route, elsewhere: { ...route.elsewhere, asked } };
    if (isTypedOn) this.#typeOn(there);
    else this.#go(there);
  }

  #searchOn(query: string): void {
    const route = this.route.peek();
    this.#typeOn({ ...route, list: { ...route.list, query } });
  }

  #typeOn(route: Route): void {
    this.route.value = route;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#settle(), PAUSE_MS);
  }

  /** To write an address takes a browser milliseconds: it is done only where it is behind. */
  #settle(): void {
    if (this.#typing === undefined) return;
    clearTimeout(this.#typing);
    this.#typing = undefined;
    history.replaceState(null, '', this.href(this.route.peek()));
  }

  #go(route: Route): void {
    this.#settle();
    const href = this.href(route);
    if (href !== `${location.pathname}${location.search}`) history.pushState(null, '', href);
    this.route.value = route;
  }

  /** A plain click on a link to a place of this app goes there without loading the page again. */
  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !isPlain || event.defaultPrevented || !this.#isPlace(link)) return;
    event.preventDefault();
    const route = this.#read(link);
    this.#go(route.elsewhere ? { ...route, list: this.route.peek().list } : route);
  }

  #isPlace(link: HTMLAnchorElement): boolean {
    return link.origin === location.origin && link.target === '' && isPlace(this.#noun, link, this.#hasAccount);
  }

  #read(address: Pick<URL, 'pathname' | 'search'>): Route {
    const route = parseRoute(this.#noun, address);
    return route.elsewhere?.place === ACCOUNT && !this.#hasAccount ? { list: route.list, open: null } : route;
  }
}
