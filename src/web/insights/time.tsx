import type { ResponseTime as Time } from '../../domain/responses.ts';
import type { StageTime } from '../../domain/stage-times.ts';
import type { Stage } from '../../domain/stages.ts';
import { say } from '../words/say-insights.ts';
import { type Bar, Bars } from './bars.tsx';
import { Numbers } from './numbers.tsx';
import { HollowNote, Section } from './section.tsx';

const { number, none, onlyCases } = say.insights;

interface ResponseTimeProps {
  readonly time: Time;
  readonly sent: number;
}

/** How soon an answer comes, and how many are without any. */
export function ResponseTime({ time, sent }: ResponseTimeProps) {
  const words = say.insights.responseTime;
  const { days, n, isSmall, unanswered } = time;
  const bar = (label: string, count: number): Bar => {
    const beside = sent < 5 ? say.insights.ofSent(sent) : say.insights.share(count / sent);
    return { key: label, label, length: count / sent, value: number(count), beside, isHollow: sent < 5 };
  };
  const bars = sent === 0 ? [] : [bar(words.answered, sent - unanswered), bar(words.unanswered, unanswered)];
  return (
    <Section title={words.title} about={words.about}>
      <p class="figure">
        {days === null ? (
          words.untimed
        ) : (
          <>
            <strong>{words.median(days)}</strong> {isSmall ? onlyCases(n) : words.ofAnswers(n)}
          </>
        )}
      </p>
      <Bars bars={bars} isOfWhole />
      <Numbers
        caption={words.title}
        heads={[words.what, words.count]}
        rows={[
          [words.answered, number(sent - unanswered)],
          [words.unanswered, number(unanswered)],
          [words.timed, number(n)],
          [words.middle, days === null ? none : isSmall ? `${number(days)} (${onlyCases(n)})` : number(days)],
        ]}
      />
    </Section>
  );
}

interface StageTimesProps {
  readonly times: readonly StageTime[];
  readonly nameOf: (stage: Stage) => string;
}

/** How long applications stay where they are. */
export function StageTimes({ times, nameOf }: StageTimesProps) {
  const words = say.insights.stageTimes;
  const longest = Math.max(1, ...times.map(({ days }) => days ?? 0));
  const bars = times.map(({ stage, days, n, isSmall, ongoing }) => ({
    key: stage,
    label: nameOf(stage),
    length: (days ?? 0) / longest,
    value: days === null ? none : say.insights.responseTime.median(days),
    beside: words.beside(n, isSmall, ongoing),
    isHollow: isSmall && n > 0,
  }));
  return (
    <Section title={words.title} about={words.about} size="wide">
      <Bars bars={bars} />
      <HollowNote bars={bars} />
      <Numbers
        caption={words.title}
        heads={[words.stage, words.days, words.stays, words.ongoing]}
        rows={times.map(({ stage, days, n, isSmall, ongoing }) => [
          nameOf(stage),
          days === null ? none : number(days),
          isSmall && n > 0 ? onlyCases(n) : number(n),
          number(ongoing),
        ])}
      />
    </Section>
  );
}
