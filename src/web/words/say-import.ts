import { enImport } from './en-import.ts';
import { say as everywhere } from './say.ts';

/** What is said everywhere, and where records are brought in and taken out. */
export const say = { ...everywhere, ...enImport };
