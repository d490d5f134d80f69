import { enDoing } from './en-doing.ts';
import { say as today } from './say-today.ts';

/** What is said where the day is planned, and where its things are done. */
export const say = { ...today, ...enDoing };
