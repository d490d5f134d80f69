import { application } from '../../domain/application.ts';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-pipeline.ts';
import { useFocusWish } from './kept-focus.ts';
import type { Pipeline } from './pipeline.ts';

interface NothingHereProps {
  readonly pipeline: Pipeline;
  /** Gives the focus to something else than the board, which cannot take it. */
  readonly onFocus: () => void;
}

/** What stands in the place of a board that holds nothing: still loading, not loaded, none yet, none found. */
export function NothingHere({ pipeline, onFocus }: NothingHereProps) {
  const { reader, replica } = useTouchbase();
  useFocusWish(pipeline, onFocus);
  if (replica.collection(application.type).size.value > 0) return <NoneFound pipeline={pipeline} onFocus={onFocus} />;
  if (reader.isReady.value) return <NoneYet />;
  return reader.trouble.value === null ? <Loading /> : <NotLoaded reason={reader.trouble.value} />;
}

function Loading() {
  return (
    <div class="nothing" role="status">
      <progress aria-label={say.pipeline.loading} />
      <p>{say.pipeline.loading}</p>
    </div>
  );
}

function NotLoaded({ reason }: { readonly reason: string }) {
  const { reader } = useTouchbase();
  return (
    <div class="nothing" role="alert">
      <h2>{say.pipeline.failed}</h2>
      <p>{say.contacts.failedWhy(reason)}</p>
      <button type="button" class="primary" onClick={() => void reader.read()}>
        {say.contacts.retry}
      </button>
    </div>
  );
}

function NoneYet() {
  const { router } = useTouchbase();
  return (
    <div class="nothing">
      <h2>{say.pipeline.emptyTitle}</h2>
      <p>{say.pipeline.emptyText}</p>
      <a class="primary" href={router.hrefTo('applications', 'new')}>
        <Icon name="plus" />
        {say.pipeline.add}
      </a>
    </div>
  );
}

function NoneFound({ pipeline, onFocus }: NothingHereProps) {
  const clearAll = () => {
    pipeline.ask({ query: '', values: {} });
    onFocus();
  };
  return (
    <div class="nothing">
      <h2 dir="auto">{say.pipeline.noneTitle(pipeline.asked.value.query)}</h2>
      <button type="button" class="plain" onClick={clearAll}>
        {say.pipeline.clearAll}
      </button>
    </div>
  );
}
