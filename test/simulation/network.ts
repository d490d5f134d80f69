import { Unreachable } from '../../src/web/sync/server.ts';

/** What may become of a request on its way. */
export type Fate = 'arrives' | 'is lost' | 'arrives, answer lost' | 'arrives twice';

interface Letter {
  readonly sender: object;
  readonly send: () => Promise<Response>;
  readonly answer: (response: Response) => void;
  readonly fail: (error: Error) => void;
}

/** Requests under way: each stays so until its fate is decided, in whatever order. */
export class Network {
  readonly #letters: Letter[] = [];
  /** Copies of requests that arrived, which may arrive once more at any later time. */
  readonly #copies: Letter['send'][] = [];

  /** `fetch` of one tab. */
  fetchOf(sender: { readonly isOnline: boolean }, handle: (request: Request) => Promise<Response>): typeof fetch {
    return async (input, init) => {
      if (!sender.isOnline) throw new Unreachable('There is no network.');
      const { signal: _, ...rest } = init ?? {};
      const send = () => handle(new Request(`http://server${String(input)}`, rest));
      return new Promise((answer, fail) => this.#letters.push({ sender, send, answer, fail }));
    };
  }

  get isQuiet(): boolean {
    return this.#letters.length === 0;
  }

  /** Decides one of the requests under way. */
  async decide(place: number, fate: Fate): Promise<void> {
    const [letter] = this.#letters.splice(place % Math.max(1, this.#letters.length), 1);
    if (!letter) return;
    if (fate === 'is lost') return letter.fail(new Unreachable('The request was lost.'));
    if (fate === 'arrives twice') this.#copies.push(letter.send);
    const response = await letter.send();
    if (fate === 'arrives, answer lost') letter.fail(new Unreachable('The answer was lost.'));
    else letter.answer(response);
  }

  /** A copy of an earlier request arrives now; nobody hears its answer. */
  async repeat(place: number): Promise<void> {
    const [send] = this.#copies.splice(place % Math.max(1, this.#copies.length), 1);
    await send?.();
  }

  /** Whatever this sender has under way fails. */
  cut(sender: object): void {
    for (const letter of this.#letters.filter((one) => one.sender === sender)) {
      this.#letters.splice(this.#letters.indexOf(letter), 1);
      letter.fail(new Unreachable('The network went away.'));
    }
  }
}
