import type { LeftOut } from '../import/found.ts';

/** Why rows are left out, as it is told of one of them and of several. */
const REASONS = {
  hidden: ['connection whose profile is hidden or closed', 'connections whose profiles are hidden or closed'],
  drafts: ['draft that was never sent', 'drafts that were never sent'],
  spam: ['message in the spam folder', 'messages in the spam folder'],
  advertising: ['advertisement', 'advertisements'],
  nobody: ['message with somebody who has left LinkedIn', 'messages with people who have left LinkedIn'],
  wordless: ['invitation without a message', 'invitations without a message'],
  answered: ['invitation that is among the messages too', 'invitations that are among the messages too'],
  appliedTo: ['saved job that you applied for later', 'saved jobs that you applied for later'],
} as const;

export type Reason = keyof typeof REASONS;

/** Counts the rows of a table that are left out on purpose: one note tells of all that have the same reason. */
export class LeftOutRows {
  readonly #counts = new Map<Reason, number>();

  add(reason: Reason): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1);
  }

  notes(file: string): readonly LeftOut[] {
    return [...this.#counts].map(([reason, count]) => {
      const [one, several] = REASONS[reason];
      return { where: { file }, what: `${count} ${count === 1 ? one : several}` };
    });
  }
}
