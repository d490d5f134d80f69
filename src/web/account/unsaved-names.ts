import { toText } from '../../domain/typed-text.ts';
import type { Kept } from '../cloud/kept.ts';
import type { Touchbase } from '../touchbase.ts';
import { say } from '../words/say-account.ts';

/** The records that would lose something if this browser forgot all now: by name, each once. */
export function unsavedNames({ home, replica, desks }: Touchbase, kept: Kept): readonly string[] {
  const titleOf = (type: string, id: string) =>
    replica.keeps(type) ? toText(replica.record({ type, id })?.[replica.collection(type).noun.titleField]) : '';
  const waiting = [...replica.refused.peek(), ...replica.pending.peek()];
  const pending = waiting.map(({ type, id }) => titleOf(type, id));
  const typed = kept.draftsOf(home.replica).map((key) => {
    const [type = '', id = ''] = key.split('.').slice(-2);
    const desk = Object.values(desks).find(({ noun }) => noun.type === type);
    return desk?.drafts.get(id)?.texts[desk.noun.titleField] ?? titleOf(type, id);
  });
  return [...new Set([...pending, ...typed].map((name) => name || say.app.unnamed))];
}
