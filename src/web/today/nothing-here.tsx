import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-doing.ts';

/** What stands in the place of a day that nothing is known of: still loading, not loaded, nothing yet. */
export function NothingHere() {
  const { reader, router } = useTouchbase();
  const trouble = reader.trouble.value;
  if (!reader.isReady.value) {
    return trouble === null ? (
      <div class="nothing" role="status">
        <progress aria-label={say.contacts.loading(0)} />
        <p>{say.contacts.loading(0)}</p>
      </div>
    ) : (
      <div class="nothing" role="alert">
        <h2>{say.contacts.failed}</h2>
        <p>{say.contacts.failedWhy(trouble)}</p>
        <button type="button" class="primary" onClick={() => void reader.read()}>
          {say.contacts.retry}
        </button>
      </div>
    );
  }
  return (
    <div class="nothing">
      <h2>{say.doing.empty.title}</h2>
      <p>{say.doing.empty.text}</p>
      <div class="choices">
        <a class="plain" href={router.hrefOf('new')}>
          <Icon name="people" />
          {say.doing.empty.addContact}
        </a>
        <a class="plain" href={router.hrefTo('applications', 'new')}>
          <Icon name="board" />
          {say.doing.empty.addApplication}
        </a>
      </div>
    </div>
  );
}
