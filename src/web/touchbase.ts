import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CalendarDate } from '../domain/dates.ts';
import type { Actions } from './contacts/actions.ts';
import type { ContactList } from './contacts/contact-list.ts';
import type { LastOpened } from './contacts/last-opened.ts';
import type { Refusals } from './contacts/refusals.ts';
import type { Selection } from './contacts/selection.ts';
import type { Grid } from './contacts/table/grid.ts';
import type { Views } from './contacts/views/views.ts';
import type { Deeds } from './deeds/deeds.ts';
import type { Desk } from './form/desk.ts';
import type { Home } from './home.ts';
import type { Related } from './related.ts';
import type { Router } from './router.ts';
import type { Outbox } from './sync/outbox.ts';
import type { Reader } from './sync/reader.ts';
import type { Replica } from './sync/replica.ts';
import type { Toasts } from './ui/toasts.ts';

export type Desks = Readonly<Record<'contacts' | 'applications' | 'interactions' | 'tasks', Desk>>;

/** What the views live on. */
export interface Touchbase {
  readonly home: Home;
  readonly replica: Replica;
  readonly outbox: Outbox;
  readonly reader: Reader;
  readonly router: Router;
  readonly contacts: ContactList;
  readonly lastOpened: LastOpened;
  readonly grid: Grid;
  readonly selection: Selection;
  readonly views: Views;
  readonly actions: Actions;
  readonly deeds: Deeds;
  readonly refusals: Refusals;
  readonly related: Related;
  /** What the forms of each noun work with. */
  readonly desks: Desks;
  readonly toasts: Toasts;
  /** Shows what the keyboard can do. */
  readonly showKeys: () => void;
  /** The person's calendar date; it moves on at midnight. */
  readonly today: ReadonlySignal<CalendarDate>;
}

export const TouchbaseContext = createContext<Touchbase | null>(null);

export function useTouchbase(): Touchbase {
  const touchbase = useContext(TouchbaseContext);
  if (!touchbase) throw new Error('Render this within TouchbaseContext.');
  return touchbase;
}
