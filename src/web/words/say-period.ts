import { enPeriod } from './en-period.ts';
import { say as everywhere } from './say.ts';

/** What is said everywhere, and of a period. */
export const say = { ...everywhere, ...enPeriod };
