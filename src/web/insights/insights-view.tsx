import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { application } from '../../domain/application.ts';
import { interaction } from '../../domain/interaction.ts';
import { spanOfSearch } from '../../domain/search-span.ts';
import { recordsOf } from '../records-of.ts';
import type { Elsewhere } from '../route.ts';
import { useTouchbase } from '../touchbase.ts';
import { ViewHead } from '../ui/view-head.tsx';
import { say } from '../words/say-insights.ts';
import { InNumbers } from './in-numbers.tsx';
import { NothingYet } from './nothing-yet.tsx';
import { Periods } from './periods.tsx';
import './insights.css';
import './charts.css';

/** What the search shows so far, in the period that the address asks for. */
export function InsightsView({ asked }: Elsewhere) {
  const { replica, router, today } = useTouchbase();
  const applications = useComputed(() => recordsOf(replica, application)).value;
  const interactions = useComputed(() => recordsOf(replica, interaction)).value;
  const whole = useMemo(
    () => spanOfSearch(applications, interactions, today.value),
    [applications, interactions, today.value],
  );
  return (
    <div class="view">
      <main class="page insights">
        <ViewHead title={say.places.insights}>
          <a class="plain" href={router.hrefTo('report')}>
            {say.places.report}
          </a>
        </ViewHead>
        {whole === null ? (
          <NothingYet />
        ) : (
          <div class="in-numbers">
            <Periods asked={asked} />
            <InNumbers applications={applications} interactions={interactions} whole={whole} asked={asked} />
          </div>
        )}
      </main>
    </div>
  );
}
