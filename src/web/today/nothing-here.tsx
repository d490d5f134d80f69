import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { task } from '../../domain/task.ts';
import { type Touchbase, useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-today.ts';

/** Whether there is nothing from which a day could be made. */
export function isNothingHere({ replica }: Touchbase): boolean {
  return [contact, application, task].every(({ type }) => replica.collection(type).size.value === 0);
}

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
      <h2>{say.today.empty.title}</h2>
      <p>{say.today.empty.text}</p>
      <div class="choices">
        <a class="plain" href={router.hrefOf('new')}>
          <Icon name="people" />
          {say.today.empty.addContact}
        </a>
        <a class="plain" href={router.hrefTo('applications', 'new')}>
          <Icon name="board" />
          {say.today.empty.addApplication}
        </a>
      </div>
    </div>
  );
}
