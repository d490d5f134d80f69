import { useMemo } from 'preact/hooks';
import { type Application, application } from '../../domain/application.ts';
import { insightsOf, MOST_WEEKS } from '../../domain/insights.ts';
import type { Interaction } from '../../domain/interaction.ts';
import type { Period } from '../../domain/sample.ts';
import { SETTINGS_ID, settings } from '../../domain/settings.ts';
import { stagesFor } from '../../domain/stage-names.ts';
import { STAGES, type Stage } from '../../domain/stages.ts';
import { periodOf } from '../period/asked-period.ts';
import { periodWords } from '../period/period-words.ts';
import type { Elsewhere } from '../route.ts';
import { type Touchbase, useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-insights.ts';
import { Answers } from './answers.tsx';
import { Funnel } from './funnel.tsx';
import { ResponseTime, StageTimes } from './time.tsx';
import { Weeks } from './weeks.tsx';

interface InNumbersProps extends Pick<Elsewhere, 'asked'> {
  readonly applications: readonly Application[];
  readonly interactions: readonly Interaction[];
  /** The days of the whole search. */
  readonly whole: Period;
}

/** All numbers of a period. */
export function InNumbers({ applications, interactions, whole, asked }: InNumbersProps) {
  const { replica, router, today } = useTouchbase();
  const { from, to } = periodOf(asked, whole, today.value);
  const { funnel, bySource, byRoute, responseTime, stageTimes, weeks } = useMemo(
    () => insightsOf(applications, interactions, { from, to }, today.value),
    [applications, interactions, from, to, today.value],
  );
  const begun = funnel[0]?.count ?? 0;
  const sent = byRoute.reduce((sum, { n }) => sum + n, 0);
  const nameOf = stageNames(replica);
  const isCapped = weeks.length === MOST_WEEKS && (weeks[0]?.from ?? from) > from;
  return (
    <>
      <p class="summary" role="status">
        {say.insights.summary(periodWords({ from, to }), begun, sent)}
      </p>
      {begun === 0 && sent === 0 && (
        <a class="link" href={router.hrefTo('insights')}>
          {say.insights.showAll}
        </a>
      )}
      <div class="sections">
        {begun > 0 && <Funnel steps={funnel} nameOf={nameOf} />}
        <Answers
          title={say.insights.answers.bySource}
          head={say.insights.answers.source}
          rates={bySource}
          nameOf={(source) => source}
          size="tall"
        />
        <Answers
          title={say.insights.answers.byRoute}
          head={say.insights.answers.route}
          rates={byRoute}
          nameOf={(route) => say.schema.choice('route', route, application.fields.route)}
        />
        <ResponseTime time={responseTime} sent={sent} />
        <StageTimes times={stageTimes} nameOf={nameOf} />
        <Weeks weeks={weeks} isCapped={isCapped} />
      </div>
    </>
  );
}

/** The stages by the names that the person gave them. */
function stageNames(replica: Touchbase['replica']): (stage: Stage) => string {
  replica.collection(settings.type).revision.value;
  const named = stagesFor(replica.record({ type: settings.type, id: SETTINGS_ID }));
  return (stage) => named.find((one) => one.stage === stage)?.name ?? STAGES[stage];
}
