import { enApplication } from './en-application.ts';
import { say as pipeline } from './say-pipeline.ts';

/** What is said everywhere, on the board, and in what opens from it. */
export const say = { ...pipeline, ...enApplication };
