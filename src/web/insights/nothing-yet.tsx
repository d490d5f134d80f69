import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-insights.ts';

/** What stands in the place of numbers that there are none of: still loading, not loaded, none yet. */
export function NothingYet() {
  const { reader, router } = useTouchbase();
  if (!reader.isReady.value) {
    const trouble = reader.trouble.value;
    return trouble === null ? <Loading /> : <NotLoaded reason={trouble} />;
  }
  return (
    <div class="nothing">
      <h2>{say.insights.emptyTitle}</h2>
      <p>{say.insights.emptyText}</p>
      <a class="primary" href={router.hrefTo('applications')}>
        {say.insights.toPipeline}
      </a>
    </div>
  );
}

function Loading() {
  return (
    <div class="nothing" role="status">
      <progress aria-label={say.insights.loading} />
      <p>{say.insights.loading}</p>
    </div>
  );
}

function NotLoaded({ reason }: { readonly reason: string }) {
  const { reader } = useTouchbase();
  return (
    <div class="nothing" role="alert">
      <h2>{say.insights.failed}</h2>
      <p>{say.contacts.failedWhy(reason)}</p>
      <button type="button" class="primary" onClick={() => void reader.read()}>
        {say.contacts.retry}
      </button>
    </div>
  );
}
