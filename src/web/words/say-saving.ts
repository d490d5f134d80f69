import { enSaving } from './en-saving.ts';
import { say as everywhere } from './say.ts';

/** What is said everywhere, and where something is saved as a file. */
export const say = { ...everywhere, ...enSaving };
