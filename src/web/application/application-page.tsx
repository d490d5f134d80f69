import { application } from '../../domain/application.ts';
import { stageOf } from '../../domain/stage-names.ts';
import { STAGES } from '../../domain/stages.ts';
import { useTouchbase } from '../touchbase.ts';
import { toText } from '../ui/field-text.ts';
import { ViewHead } from '../ui/view-head.tsx';
import { say } from '../words/say-application.ts';

/** All of one application. */
export function ApplicationPage({ id }: { readonly id: string }) {
  const { replica, router } = useTouchbase();
  replica.collection(application.type).revision.value;
  const record = replica.record({ type: application.type, id });
  const isHere = record !== undefined && record.deleted_at === null;
  return (
    <div class="view">
      <main class="page">
        <ViewHead title={isHere ? toText(record.position) : say.application.missingTitle}>
          <a href={router.hrefTo('applications', null, router.route.value.elsewhere?.asked)}>{say.application.back}</a>
        </ViewHead>
        {isHere ? (
          <p>
            {toText(record.company) || say.pipeline.unknownClient} · {STAGES[stageOf(record)]}
          </p>
        ) : (
          <p>{say.application.missingText}</p>
        )}
      </main>
    </div>
  );
}
