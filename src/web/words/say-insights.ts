import { enInsights } from './en-insights.ts';
import { say as ofPeriods } from './say-period.ts';

/** What is said everywhere, of periods, and of what a search tells about itself. */
export const say = { ...ofPeriods, ...enInsights };
