import type { MessageClass } from '../import/found.ts';

/** Words by which a class of message is known. They are looked for in one sentence at a time, apostrophes straight. */
export interface Rule {
  readonly class: MessageClass;
  readonly says: RegExp;
  /** A sentence of a message that is told by it: its test. */
  readonly example: string;
  /** Whether it holds in a sentence with a condition too: "please tell us if one of these times suits you". */
  readonly evenIf?: true;
}
