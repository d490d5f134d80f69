import { contact } from './contact.ts';
import type { Noun } from './noun.ts';
import { view } from './view.ts';

/** Every noun that Touchbase keeps, in the order in which a person thinks of them. */
export const NOUNS: readonly Noun[] = [contact, view];
