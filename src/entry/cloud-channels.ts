import type { Channel } from '../store/ledger.ts';
import type { CloudEnvironment } from './cloud-environment.ts';

/** By what this installation reminds: by e-mail only where somebody is named who sends it. */
export function cloudChannels({ mail }: Pick<CloudEnvironment, 'mail'>): readonly Channel[] {
  return [...(mail ? (['email'] as const) : []), 'push'];
}
