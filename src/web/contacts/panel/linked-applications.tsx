import { rowsOf } from '../../../domain/history.ts';
import { type AnyRecord, idOf } from '../../../domain/noun.ts';
import { toText } from '../../../domain/typed-text.ts';
import { namedApplication } from '../../timeline/about.ts';
import { outcomeWords, stageWords } from '../../timeline/stage-words.ts';
import { useTouchbase } from '../../touchbase.ts';
import { told } from '../../words/say-conversation.ts';

/** The applications that name a contact among their people: where each stands, and what the contact is in it. */
export function LinkedApplications({ record }: { readonly record: AnyRecord }) {
  const { contacts, related, replica, router } = useTouchbase();
  const id = idOf(contacts.noun, record);
  const applications = related.applicationsOf(id);
  if (applications.length === 0) return null;
  return (
    <ul class="linked" aria-label={told.applications.title}>
      {applications.map((application) => {
        const named = namedApplication(application);
        const role = roleIn(application, id);
        const stage = stageWords(replica, toText(application.stage));
        const outcome = toText(application.outcome);
        return (
          <li key={named.id}>
            <a href={router.hrefTo('applications', { id: named.id })} dir="auto">
              {named.name}
            </a>
            {role !== '' && (
              <span class="muted" dir="auto">
                {role}
              </span>
            )}
            <span class="tag">{told.applications.stage(stage, outcome === '' ? '' : outcomeWords(outcome))}</span>
          </li>
        );
      })}
    </ul>
  );
}

function roleIn(application: AnyRecord, id: string): string {
  const people = rowsOf<{ readonly contact_id: string; readonly role: string | null }>(application, 'contact_ids');
  return people.find(({ contact_id }) => contact_id === id)?.role ?? '';
}
