import { enPush } from './en-push.ts';
import { say as everywhere } from './say.ts';

/** What is said everywhere, and of notifications by push. */
export const say = { ...everywhere, push: enPush };
