import type { Noun } from '../../domain/noun.ts';
import type { Collection } from '../sync/collection.ts';
import type { Drafts } from './drafts.ts';
import type { Unsaved } from './unsaved.ts';

/** What the forms of one noun work with: what other records have, and where typing is kept that was not saved. */
export interface Desk {
  readonly noun: Noun;
  readonly collection: Collection;
  readonly drafts: Drafts;
  readonly unsaved: Unsaved;
}
