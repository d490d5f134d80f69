import type { Background } from './scheduled.ts';

/** Every function that is told by a topic of Amazon SNS, which bears its name: the only list. */
export const notified: readonly Background[] = [{ name: 'bounces', access: 'write', memory: 256, timeout: 30 }];
