import { enToday } from './en-today.ts';
import { say as everywhere } from './say.ts';

/** What is said everywhere, and where the day is planned. */
export const say = { ...everywhere, ...enToday };
