import { useMemo } from 'preact/hooks';
import { type Application, application } from '../../domain/application.ts';
import { foldHidden } from '../../domain/funnel.ts';
import { type Insights, insightsOf, MOST_WEEKS } from '../../domain/insights.ts';
import type { Interaction } from '../../domain/interaction.ts';
import type { Period } from '../../domain/sample.ts';
import { SETTINGS_ID, settings } from '../../domain/settings.ts';
import { stagesFor } from '../../domain/stage-names.ts';
import type { StageTime } from '../../domain/stage-times.ts';
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
  const { nameOf, isHidden } = stagesIn(replica);
  const insights = useMemo(
    () => insightsOf(applications, interactions, { from, to }, today.value),
    [applications, interactions, from, to, today.value],
  );
  const begun = insights.funnel[0]?.count ?? 0;
  const sent = insights.byRoute.reduce((sum, { n }) => sum + n, 0);
  const isSeen = ({ stage, n, ongoing }: StageTime) => !isHidden(stage) || n > 0 || ongoing > 0;
  const isCapped = insights.weeks.length === MOST_WEEKS && (insights.weeks[0]?.from ?? from) > from;
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
        {begun > 0 && <Funnel steps={foldHidden(insights.funnel, isHidden)} nameOf={nameOf} />}
        <BySourceAndRoute {...insights} />
        <ResponseTime time={insights.responseTime} sent={sent} />
        <StageTimes times={insights.stageTimes.filter(isSeen)} nameOf={nameOf} />
        <Weeks weeks={insights.weeks} isCapped={isCapped} />
      </div>
    </>
  );
}

function BySourceAndRoute({ bySource, byRoute }: Pick<Insights, 'bySource' | 'byRoute'>) {
  const words = say.insights.answers;
  const routeOf = (route: string) => say.schema.choice('route', route, application.fields.route);
  return (
    <>
      <Answers title={words.bySource} head={words.source} rates={bySource} nameOf={(source) => source} size="tall" />
      <Answers title={words.byRoute} head={words.route} rates={byRoute} nameOf={routeOf} />
    </>
  );
}

/** The stages by the names that the person gave them, and whether they hid one. */
function stagesIn(replica: Touchbase['replica']) {
  replica.collection(settings.type).revision.value;
  const named = stagesFor(replica.record({ type: settings.type, id: SETTINGS_ID }));
  const find = (stage: Stage) => named.find((one) => one.stage === stage);
  return {
    nameOf: (stage: Stage) => find(stage)?.name ?? STAGES[stage],
    isHidden: (stage: Stage) => find(stage)?.isHidden ?? false,
  };
}
