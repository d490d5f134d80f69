import { matchesWords, searchable, words } from '../../domain/search.ts';

/** Of all suggestions those that what was typed may become: each of its words begins one of theirs. */
export function suggest(all: readonly string[], typed: string): readonly string[] {
  const wanted = words(typed);
  if (wanted.length === 0) return typed.trim() === '' ? all : [];
  return all.filter((one) => one !== typed && matchesWords(searchable(one), wanted));
}

/** The place in a list of `count` after a step from `active`, round and round; -1 is none. */
export function stepped(active: number, step: 1 | -1, count: number): number {
  if (active < 0) return step > 0 ? 0 : count - 1;
  return (active + step + count) % count;
}
