import { enLater } from './en-later.ts';
import { say as everywhere } from './say.ts';

/** What is said everywhere, and in what opens over the page. */
export const say = { ...everywhere, ...enLater };
