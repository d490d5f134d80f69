import { interaction } from './interaction.ts';
import type { Noun } from './noun.ts';
import { NOUNS } from './nouns.ts';
import { wakeOfInteraction, wakeOfSettings } from './reminder-wakes.ts';
import { settings } from './settings.ts';

const WAKES: Readonly<Record<string, Noun['wakesAt']>> = {
  [settings.type]: wakeOfSettings,
  [interaction.type]: wakeOfInteraction,
};

/**
 * Every noun as a store keeps it: of some it also keeps when a clock is to look at them. The web app has no use for that, and
 * is spared the rules.
 */
export const WAKING_NOUNS: readonly Noun[] = NOUNS.map((noun) => {
  const wakesAt = WAKES[noun.type];
  return wakesAt ? { ...noun, wakesAt } : noun;
});
