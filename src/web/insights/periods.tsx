import { askedDays, askedSpan, daysAsked, SPANS } from '../period/asked-period.ts';
import { BetweenForm } from '../period/between-form.tsx';
import type { Elsewhere } from '../route.ts';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-insights.ts';

/** Chooses the period; it stands in the address, so Back goes to the one before. */
export function Periods({ asked }: Pick<Elsewhere, 'asked'>) {
  const { router } = useTouchbase();
  const chosen = askedSpan(asked);
  return (
    <div class="periods" role="group" aria-label={say.period.group}>
      {SPANS.map((span) => (
        <a
          key={span}
          class="chip"
          href={router.hrefTo('insights', null, span === 'all' ? {} : { span })}
          aria-current={span === chosen ? 'true' : undefined}
        >
          {say.period.spans[span]}
        </a>
      ))}
      <BetweenForm
        days={askedDays(asked) ?? { from: null, to: null }}
        onChoose={(days) => router.goTo('insights', null, daysAsked(days))}
      />
    </div>
  );
}
