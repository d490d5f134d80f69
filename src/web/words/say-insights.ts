import { enInsights } from './en-insights.ts';
import { say as everywhere } from './say.ts';

/** What is said everywhere, of what a search tells about itself, and in its report. */
export const say = { ...everywhere, ...enInsights };
