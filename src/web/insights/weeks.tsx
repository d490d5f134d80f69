import type { Week } from '../../domain/activity.ts';
import { isPhone, isWide } from '../ui/media.ts';
import { dateWords } from '../words/moment.ts';
import { say } from '../words/say-insights.ts';
import { dayLabels, shortDay } from './day-labels.ts';
import { Numbers } from './numbers.tsx';
import { Section } from './section.tsx';

const words = say.insights.weeks;

/** So many have room for their numbers on a phone and on a tablet: a quarter of a year, and half of one. */
const MOST_ON_PHONE = 13;
const MOST_ON_TABLET = 26;

interface WeeksProps {
  readonly weeks: readonly Week[];
  /** Whether the period has weeks before these. */
  readonly isCapped: boolean;
}

/** What was done in each week. */
export function Weeks({ weeks, isCapped }: WeeksProps) {
  const shown = isWide.value ? weeks : weeks.slice(isPhone.value ? -MOST_ON_PHONE : -MOST_ON_TABLET);
  return (
    <Section title={words.title} about={isCapped ? words.capped(weeks.length) : words.about} size="wide">
      {weeks.length === 0 ? (
        <p class="note">{words.none}</p>
      ) : (
        <>
          {shown.length < weeks.length && <p class="note">{words.last(shown.length, weeks.length)}</p>}
          <Columns title={words.applications} weeks={shown} of={({ applications }) => applications} />
          <Columns title={words.conversations} weeks={shown} of={({ conversations }) => conversations} />
          {shown.some(({ isPartial }) => isPartial) && <p class="note">{words.partialNote}</p>}
          <Numbers
            caption={words.title}
            heads={[words.week, words.applications, words.conversations]}
            rows={weeks.map(({ from, isPartial, applications, conversations }) => [
              isPartial ? words.partial(dateWords(from)) : dateWords(from),
              say.insights.number(applications),
              say.insights.number(conversations),
            ])}
          />
        </>
      )}
    </Section>
  );
}

/** Pixels. */
const TALLEST = 64;
const ABOVE = 16;
const BELOW = 20;

interface ColumnsProps {
  readonly title: string;
  readonly weeks: readonly Week[];
  readonly of: (week: Week) => number;
}

/** A column a week with its number on top. To assistive technology the table beneath says the same. */
function Columns({ title, weeks, of }: ColumnsProps) {
  const most = Math.max(1, ...weeks.map(of));
  const at = (place: number) => `${(place / weeks.length) * 100}%`;
  const labels = dayLabels(weeks.length, isPhone.value ? 5 : 12);
  return (
    <div class="weeks" aria-hidden="true">
      <p>{title}</p>
      <svg width="100%" aria-hidden="true" height={ABOVE + TALLEST + BELOW}>
        <line x1="0" x2="100%" y1={ABOVE + TALLEST + 0.5} y2={ABOVE + TALLEST + 0.5} />
        {weeks.map((week, place) => {
          const count = of(week);
          const height = (count / most) * TALLEST;
          const top = ABOVE + TALLEST - height;
          return (
            <g key={week.from} class={week.isPartial ? 'hollow' : undefined}>
              <title>{`${dateWords(week.from)}: ${say.insights.number(count)}`}</title>
              {count > 0 && <rect x={at(place + 0.15)} width={at(0.7)} y={top} height={height} />}
              {count > 0 && (
                <text x={at(place + 0.5)} y={top - 4}>
                  {say.insights.number(count)}
                </text>
              )}
              {labels.has(place) && (
                <text class="day" x={at(place + 0.5)} y={ABOVE + TALLEST + 15}>
                  {shortDay(week.from)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
