import { enAccount } from './en-account.ts';
import { say as everywhere } from './say.ts';

/** What is said everywhere, and of accounts. */
export const say = { ...everywhere, ...enAccount };
