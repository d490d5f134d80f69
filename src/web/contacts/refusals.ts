import type { Noun } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { view } from '../../domain/view.ts';
import type { Drafts } from '../form/drafts.ts';
import { isOf, type Pending, type Ref } from '../sync/change.ts';
import type { Replica } from '../sync/replica.ts';
import type { Refused } from '../sync/wire.ts';
import type { Toasts } from '../ui/toasts.ts';
import { say } from '../words/say.ts';

type Values = Readonly<Record<string, unknown>>;

export interface RefusalParts {
  readonly noun: Noun;
  readonly replica: Replica;
  readonly drafts: Drafts;
  readonly toasts: Toasts;
  readonly open: (id: string) => void;
}

/** What becomes of changes that were not taken: their person is told why, and their text comes back. */
export class Refusals {
  readonly #parts: RefusalParts;

  constructor(parts: RefusalParts) {
    this.#parts = parts;
  }

  /** Says that the server did not make some changes; they wait where they are reviewed. */
  tell(changes: readonly Pending[]): void {
    const { noun, toasts } = this.#parts;
    const [first, ...others] = [...Map.groupBy(changes, ({ id }) => id).values()].flatMap(([change]) => change ?? []);
    if (!first?.refused) return;
    const { type, id, operation, refused } = first;
    if (others.length > 0) toasts.show({ text: say.sync.attention(others.length + 1), stays: true });
    else if (type === noun.type) this.#tellOne(id, operation.record, refused.detail);
    else if (type === view.type) toasts.show({ text: say.views.notSaved(refused.detail), stays: true });
    else toasts.show({ text: say.sync.refused(this.#titleOf({ type, id }), refused.detail), stays: true });
  }

  /** Keeps as a draft what was not taken on the spot, and says so. */
  keep(id: string, record: Values | undefined, problem: Omit<Refused, 'record'>): void {
    this.#giveBack(id, record, problem);
    this.#tellOne(id, record, problem.detail);
  }

  /** What was refused of a record comes back as its draft, so that its form shows it. */
  takeBack(id: string): void {
    const { replica, noun } = this.#parts;
    const refused = replica.refused.peek().filter((change) => isOf(change, { type: noun.type, id }));
    if (refused.length === 0) return;
    for (const { operation, refused: why } of refused) if (why) this.#giveBack(id, operation.record, why);
    void replica.commit({ settled: refused });
  }

  #giveBack(id: string, record: Values | undefined, { detail, errors }: Omit<Refused, 'record'>): void {
    const { drafts, replica, noun } = this.#parts;
    const stands = replica.record({ type: noun.type, id });
    const texts = Object.fromEntries(Object.entries(record ?? {}).map(([name, value]) => [name, toText(value)]));
    const over = Object.fromEntries(Object.keys(texts).map((name) => [name, toText(stands?.[name])]));
    drafts.giveBack(id, { texts, over, refused: { detail, errors } });
  }

  #titleOf(ref: Ref): string {
    const { replica } = this.#parts;
    return toText(replica.record(ref)?.[replica.collection(ref.type).noun.titleField]);
  }

  #tellOne(id: string, record: Values | undefined, reason: string): void {
    const { toasts, open, noun, replica } = this.#parts;
    const title = record?.[noun.titleField] ?? replica.record({ type: noun.type, id })?.[noun.titleField];
    toasts.show({
      text: say.sync.refused(toText(title), reason),
      action: { label: say.sync.review, run: () => open(id) },
      stays: true,
    });
  }
}
