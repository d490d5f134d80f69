import type { TaskKind } from '../../domain/task.ts';

const KINDS: readonly (readonly [kind: TaskKind, words: RegExp])[] = [
  ['thank_you', /\bthank|\bdanke/i],
  ['follow_up', /\bfollow[ -]?up|\bnachfassen|\brelance/i],
  ['reply', /\breply\b|\banswer\b|\brespond\b|\bantworten?\b/i],
  ['prep', /\bprep(?:are)?\b|\bvorbereit/i],
  ['check_status', /\bask\b.*\bstatus\b|\bstatus\?/i],
];

/** What a task is about, as far as its title tells. */
export function taskKindOf(title: string): TaskKind {
  return KINDS.find(([, words]) => words.test(title))?.[0] ?? 'todo';
}
