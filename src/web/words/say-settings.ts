import { enSettings } from './en-settings.ts';
import { say as everywhere } from './say.ts';

/** What is said everywhere, and in the settings and of likely duplicates. */
export const say = { ...everywhere, ...enSettings };
