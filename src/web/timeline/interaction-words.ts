import { interaction } from '../../domain/interaction.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { say } from '../words/say.ts';
import { told } from '../words/say-conversation.ts';
import type { GlyphName } from './glyph.tsx';

const GLYPHS: Readonly<Record<string, GlyphName>> = {
  email: 'mail',
  linkedin: 'chat',
  text: 'chat',
  phone: 'phone',
  video: 'video',
  in_person: 'person',
};

/** Over these all that there is is a message. */
const WRITTEN = new Set<unknown>(['email', 'linkedin', 'text']);

/** What it was, by its picture. */
export function glyphOf({ kind, channel }: AnyRecord): GlyphName {
  if (kind === 'note') return 'note';
  return GLYPHS[toText(channel)] ?? (kind === 'call' ? 'phone' : 'chat');
}

/** What it was, in words: the kind where that says most, and the channel where that adds something. */
export function kindWords({ kind, channel }: AnyRecord): string {
  const [what, how] = [labelOf('kind', kind), labelOf('channel', channel)];
  if (kind === 'message' && WRITTEN.has(channel)) return how;
  const isSaid = how === '' || kind === 'note' || (kind === 'call' && channel === 'phone');
  return [what, isSaid ? '' : how].filter(Boolean).join(' · ') || told.timeline.conversation;
}

/** From whom it came; empty where nobody said. */
export function directionWords({ direction }: AnyRecord): string {
  return labelOf('direction', direction);
}

/** What an interaction is called where it is named. */
export function interactionName(record: AnyRecord): string {
  return told.timeline.named(kindWords(record), toText(record.subject));
}

function labelOf(name: 'kind' | 'channel' | 'direction', value: unknown): string {
  const key = toText(value);
  return key === '' ? '' : say.schema.choice(name, key, interaction.fields[name]);
}
