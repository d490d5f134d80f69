import { useId } from 'preact/hooks';
import { addMonths, type Month } from '../../domain/months.ts';
import { askedDays, daysAsked } from '../period/asked-period.ts';
import { BetweenForm } from '../period/between-form.tsx';
import { monthWords } from '../period/period-words.ts';
import type { Elsewhere } from '../route.ts';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-report.ts';
import type { ReportPeriod } from './report-period.ts';
import type { Reporter } from './reporter.ts';

interface ControlsProps extends Pick<Elsewhere, 'asked'> {
  readonly period: ReportPeriod;
  readonly reporter: Reporter;
}

/** Of which days the report is, and whose; none of it is printed. */
export function Controls({ asked, period, reporter }: ControlsProps) {
  const { router } = useTouchbase();
  return (
    <div class="report-controls">
      <p>{say.report.intro}</p>
      <div class="periods" role="group" aria-label={say.period.group}>
        <Months month={period.month ?? period.to.slice(0, 7)} isChosen={period.month !== null} />
        <BetweenForm
          days={askedDays(asked) ?? { from: null, to: null }}
          onChoose={(days) => router.goTo('report', null, daysAsked(days))}
        />
      </div>
      <Name reporter={reporter} />
    </div>
  );
}

/** A month, and the ones beside it. */
function Months({ month, isChosen }: { readonly month: Month; readonly isChosen: boolean }) {
  const { router } = useTouchbase();
  const hrefOf = (one: Month) => router.hrefTo('report', null, { month: one });
  const beside = (months: number, side: 'previous' | 'next') => (
    <a
      class={`quiet ${side}`}
      href={hrefOf(addMonths(month, months))}
      aria-label={`${say.report[side]}: ${monthWords(addMonths(month, months))}`}
    >
      <Icon name="down" />
    </a>
  );
  return (
    <span class="months" role="group" aria-label={say.report.month}>
      {beside(-1, 'previous')}
      <a class="chip" href={hrefOf(month)} aria-current={isChosen ? 'true' : undefined}>
        {monthWords(month)}
      </a>
      {beside(1, 'next')}
    </span>
  );
}

function Name({ reporter }: Pick<ControlsProps, 'reporter'>) {
  const id = useId();
  return (
    <p class="reporter">
      <label for={id}>{say.report.name}</label>
      <input
        id={id}
        type="text"
        dir="auto"
        autocomplete="name"
        maxLength={200}
        aria-describedby={`${id}-hint`}
        value={reporter.name.value}
        onInput={(event) => reporter.rename(event.currentTarget.value)}
      />
      <span id={`${id}-hint`} class="hint">
        {reporter.isKept.value ? say.report.nameHint : say.report.nameFull}
      </span>
    </p>
  );
}
