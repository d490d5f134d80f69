import { enReminders } from './en-reminders.ts';
import { say as everywhere } from './say.ts';

/** What is said everywhere, and where a person chooses how they are reminded. */
export const say = { ...everywhere, reminders: enReminders };
