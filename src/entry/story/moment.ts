import type { Interaction } from '../../domain/interaction.ts';

/** What can be said at one moment of an application. `{first}`, `{company}` and `{position}` stand for those of the story. */
export interface Moment {
  readonly kind: Interaction['kind'];
  readonly direction: Interaction['direction'];
  readonly channels: readonly NonNullable<Interaction['channel']>[];
  /** In minutes. */
  readonly durations?: readonly number[];
  readonly said: readonly (readonly [subject: string, body: string])[];
  readonly next_step?: string;
}
