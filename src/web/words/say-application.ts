import { enApplication } from './en-application.ts';
import { say as later } from './say-later.ts';
import { say as pipeline } from './say-pipeline.ts';

/** What is said everywhere, of applications, and on the page of one. */
export const say = { ...later, ...pipeline, ...enApplication };
