import { plainList } from '../route.ts';
import { type Touchbase, useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say.ts';

/** Whether there is something to say instead of the list. */
export function usesWholePlace({ contacts }: Touchbase): boolean {
  return contacts.shown.value.length === 0;
}

/** What stands in the place of a list that holds nothing: still loading, not loaded, none yet, none found. */
export function NothingHere() {
  const { contacts, reader } = useTouchbase();
  if (contacts.collection.size.value > 0) return <NoneFound />;
  if (reader.isReady.value) return <NoneYet />;
  return reader.trouble.value === null ? <Loading /> : <NotLoaded reason={reader.trouble.value} />;
}

function Loading() {
  return (
    <div class="nothing" role="status">
      <progress aria-label={say.contacts.loading(0)} />
      <p>{say.contacts.loading(0)}</p>
    </div>
  );
}

function NotLoaded({ reason }: { reason: string }) {
  const { reader } = useTouchbase();
  return (
    <div class="nothing" role="alert">
      <h2>{say.contacts.failed}</h2>
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
      <h2>{say.contacts.emptyTitle}</h2>
      <p>{say.contacts.emptyText}</p>
      <a class="primary" href={router.hrefOf('new')}>
        <Icon name="plus" />
        {say.contacts.add}
      </a>
    </div>
  );
}

function NoneFound() {
  const { contacts, router, drafts } = useTouchbase();
  const { query } = contacts.address.value;
  const { due, values } = plainList(contacts.noun);
  const addNamed = () => {
    drafts.begin('new', { [contacts.noun.titleField]: query });
    router.open('new');
  };
  return (
    <div class="nothing">
      <h2 dir="auto">{say.contacts.noneTitle(query)}</h2>
      {query && <p>{say.contacts.noneText}</p>}
      <div class="choices">
        <button type="button" class="plain" onClick={() => router.ask({ query: '', due, values })}>
          {say.contacts.clearAll}
        </button>
        {query && (
          <button type="button" class="plain" onClick={addNamed}>
            <Icon name="plus" />
            <span class="text">{say.contacts.addNamed(query)}</span>
          </button>
        )}
      </div>
    </div>
  );
}
