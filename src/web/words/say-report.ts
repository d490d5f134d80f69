import { enReport } from './en-report.ts';
import { say as ofPeriods } from './say-period.ts';

/** What is said everywhere, of periods, and in the report of a search. */
export const say = { ...ofPeriods, ...enReport };
