import type { ResponseRate } from '../../domain/responses.ts';
import { say } from '../words/say-insights.ts';
import { Bars } from './bars.tsx';
import { Numbers } from './numbers.tsx';
import { type RateRow, rateRows } from './rate-rows.ts';
import { HollowNote, Section } from './section.tsx';
import { shareWords } from './share-words.ts';

const words = say.insights.answers;

interface AnswersProps {
  readonly title: string;
  /** What the groups are. */
  readonly head: string;
  readonly rates: readonly ResponseRate[];
  readonly nameOf: (of: string) => string;
  readonly size?: 'tall';
}

/** How often each source or route led to an answer. */
export function Answers({ title, head, rates, nameOf, size }: AnswersProps) {
  const rows = rateRows(rates, nameOf);
  const bars = rows.map(barOf);
  return (
    <Section title={title} about={words.about} size={size}>
      {rows.length === 0 ? (
        <p class="note">{words.none}</p>
      ) : (
        <>
          <Bars bars={bars} isOfWhole />
          <HollowNote bars={bars} />
          <Numbers
            caption={title}
            heads={[head, words.answered, words.sent, words.rate, words.waiting]}
            rows={rows.map((row) => [
              row.label,
              say.insights.number(row.part),
              say.insights.number(row.n),
              shareWords(row),
              say.insights.number(row.waiting),
            ])}
          />
        </>
      )}
    </Section>
  );
}

/** Of few, a percentage would say more than is known. */
function barOf({ key, label, rate, part, n, isSmall, waiting }: RateRow) {
  const outOf = say.insights.outOf(part, n);
  const details = [isSmall ? '' : outOf, words.beside(waiting)];
  return {
    key,
    label,
    length: rate ?? 0,
    value: isSmall ? outOf : say.insights.share(rate ?? 0),
    beside: details
      .filter((one) => one !== null)
      .join(' · ')
      .trim(),
    isHollow: isSmall,
  };
}
