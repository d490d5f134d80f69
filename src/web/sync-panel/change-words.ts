import type { Noun } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { wordsOf } from '../contacts/words-of.ts';
import type { Conflict, Pending, Ref } from '../sync/change.ts';
import type { Replica } from '../sync/replica.ts';
import { say } from '../words/say-later.ts';

type Known = Pick<Replica, 'collection' | 'record' | 'conflicts'>;

/** What a change is, as its person would say it: “Edited Phone, Company of Ann”. */
export function changeWords(replica: Known, { type, id, operation }: Pending): string {
  const { noun } = replica.collection(type);
  const title = toText(operation.record?.[noun.titleField]) || titleOf(replica, { type, id });
  switch (operation.op) {
    case 'create':
      return say.syncPanel.created(title);
    case 'remove':
      return say.syncPanel.removed(title);
    case 'restore':
      return say.syncPanel.restored(title);
    default:
      return say.syncPanel.edited(labelsOf(noun, Object.keys(operation.record ?? {})), titleOf(replica, { type, id }));
  }
}

/** What was typed, field by field. */
export function typedWords(replica: Known, { type, operation }: Pending): string {
  const { noun } = replica.collection(type);
  return Object.entries(operation.record ?? {})
    .filter(([, value]) => toText(value) !== '')
    .map(([name, value]) => `${labelOf(noun, name)}: ${shownValue(noun, name, value)}`)
    .join(' · ');
}

/** What another device wrote, and what stands here. */
export function conflictWords(replica: Known, { type, id, field, theirs }: Conflict): string {
  const { noun } = replica.collection(type);
  const record = replica.record({ type, id });
  const [label, title] = [labelOf(noun, field), titleOf(replica, { type, id })];
  const written = shownValue(noun, field, theirs);
  if (record?.deleted_at) return say.syncPanel.removedConflict(title, label, written);
  return say.syncPanel.conflict(label, title, written, shownValue(noun, field, record?.[field]));
}

export function titleOf(replica: Known, ref: Ref): string {
  const { noun } = replica.collection(ref.type);
  return toText(replica.record(ref)?.[noun.titleField]) || say.app.unnamed;
}

/** As a person reads it in the list, too. */
function shownValue({ fields }: Noun, name: string, value: unknown): string {
  const field = fields[name];
  return field ? wordsOf(name, field, toText(value)) : toText(value);
}

function labelsOf(noun: Noun, names: readonly string[]): readonly string[] {
  return names.map((name) => labelOf(noun, name));
}

function labelOf({ fields }: Noun, name: string): string {
  const field = fields[name];
  return field ? say.schema.label(name, field) : name;
}
