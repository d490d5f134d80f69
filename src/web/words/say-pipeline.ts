import { enPipeline } from './en-pipeline.ts';
import { say as everywhere } from './say.ts';

/** What is said everywhere, and of applications. */
export const say = { ...everywhere, ...enPipeline };
