import type { FunnelStep } from '../../domain/funnel.ts';
import type { Share } from '../../domain/sample.ts';
import type { Stage } from '../../domain/stages.ts';
import { say } from '../words/say-insights.ts';
import { type Bar, Bars } from './bars.tsx';
import { Numbers } from './numbers.tsx';
import { HollowNote, Section } from './section.tsx';
import { shareWords } from './share-words.ts';

const words = say.insights.funnel;

interface FunnelProps {
  readonly steps: readonly FunnelStep[];
  readonly nameOf: (stage: Stage) => string;
}

/** How many applications came how far. */
export function Funnel({ steps, nameOf }: FunnelProps) {
  const bars = barsOf(steps, nameOf);
  return (
    <Section title={words.title} about={words.about} size="wide">
      <Bars bars={bars} isOfWhole />
      <HollowNote bars={bars} />
      <Numbers
        caption={words.title}
        heads={[words.stage, words.reached, words.ofPrevious, words.ofAll, words.open, words.ended]}
        rows={steps.map(({ stage, count, ofPrevious, ofAll, open, ended }) => [
          nameOf(stage),
          say.insights.number(count),
          ofPrevious ? shareWords(ofPrevious) : say.insights.none,
          shareWords(ofAll),
          say.insights.number(open),
          say.insights.number(ended),
        ])}
      />
    </Section>
  );
}

function barsOf(steps: readonly FunnelStep[], nameOf: FunnelProps['nameOf']): readonly Bar[] {
  return steps.map(({ stage, count, ofPrevious, ofAll, open }, place) => {
    const before = steps[place - 1];
    const share = ofPrevious ?? ofAll;
    return {
      key: stage,
      label: nameOf(stage),
      length: ofAll.rate ?? 0,
      value: say.insights.number(count),
      beside: words.beside(before ? besideShare(share, nameOf(before.stage)) : null, open),
      isHollow: share.isSmall,
    };
  });
}

/** Of few, a percentage would say more than is known. */
function besideShare({ rate, n, isSmall }: Share, before: string): string | null {
  if (rate === null) return null;
  return isSmall ? words.ofFewBefore(n, before) : words.ofBefore(say.insights.share(rate), before);
}
