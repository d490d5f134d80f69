import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { apartIn } from '../../../domain/apart.ts';
import { application } from '../../../domain/application.ts';
import { contact } from '../../../domain/contact.ts';
import type { LikelySame } from '../../../domain/duplicates.ts';
import { type AnyRecord, idOf, type Noun } from '../../../domain/noun.ts';
import type { ApartField } from '../../../domain/settings.ts';
import { likelyIn } from '../../likely/likely.ts';
import { standingOf } from '../../likely/standing-group.ts';
import { useTouchbase } from '../../touchbase.ts';
import { ViewHead } from '../../ui/view-head.tsx';
import { say } from '../../words/say-settings.ts';
import { keptSettings } from '../kept-settings.ts';
import { Group } from './group.tsx';
import './duplicates.css';

/** So many groups are shown at first, and so many more each time. */
const SOME = 20;

/** What is likely there more than once, people and jobs, to be merged or told apart. */
export function Duplicates({ of }: { readonly of: string | undefined }) {
  const { replica, router } = useTouchbase();
  const place = useRef<HTMLDivElement>(null);
  const { contacts, applications } = likelyIn(replica);
  const people = useStanding(contact, 'apart_contacts', contacts.groups.value, of);
  const jobs = useStanding(application, 'apart_applications', applications.groups.value, of);
  const isLooking = contacts.groups.value === null || applications.groups.value === null;
  const hasNone = !isLooking && people.length + jobs.length === 0;
  // What was merged is gone: the group that comes in its place has the focus.
  const goOn = (from: number) =>
    requestAnimationFrame(() => {
      const titles = place.current?.querySelectorAll<HTMLElement>('.group h3') ?? [];
      (titles[Math.min(from, titles.length - 1)] ?? place.current)?.focus();
    });
  return (
    <>
      <ViewHead title={say.likely.title}>
        <a href={router.hrefTo('settings')}>{say.likely.back}</a>
      </ViewHead>
      <div ref={place} class="duplicates" tabIndex={-1}>
        <p class={hasNone ? 'visually-hidden' : 'found'} role="status">
          {isLooking ? say.likely.looking : say.likely.count(people.length, jobs.length)}
        </p>
        {hasNone && (
          <div class="none">
            <p>{say.likely.none}</p>
            <p>{say.likely.noneText}</p>
          </div>
        )}
        <Groups noun={contact} field="apart_contacts" standing={people} first={0} onGone={goOn} />
        <Groups noun={application} field="apart_applications" standing={jobs} first={people.length} onGone={goOn} />
      </div>
    </>
  );
}

/** How many are likely there more than once, and the way to them. */
export function DuplicatesLink() {
  const { replica, router } = useTouchbase();
  const { contacts, applications } = likelyIn(replica);
  const [people, jobs] = [contacts.groups.value, applications.groups.value];
  return (
    <section aria-labelledby="settings-likely">
      <h2 id="settings-likely">{say.likely.title}</h2>
      <p>{say.likely.text}</p>
      <p class="found" role="status">
        {people && jobs ? say.likely.count(people.length, jobs.length) : say.likely.looking}
      </p>
      <a class="plain" href={router.hrefTo('settings', null, { show: 'duplicates' })}>
        {say.likely.see}
      </a>
    </section>
  );
}

/** A group as it stands now. */
interface Standing {
  readonly group: LikelySame;
  readonly records: readonly AnyRecord[];
}

/** The groups of which two are left; the one that is asked for comes first. */
function useStanding(
  noun: Noun,
  field: ApartField,
  groups: readonly LikelySame[] | null,
  of: string | undefined,
): readonly Standing[] {
  const { replica } = useTouchbase();
  replica.collection(noun.type).revision.value;
  const apart = apartIn(keptSettings(replica), field);
  const read = (id: string) => replica.record({ type: noun.type, id });
  const standing = (groups ?? []).flatMap((group) => {
    const records = standingOf(group, read, apart);
    return records.length > 0 ? [{ group, records }] : [];
  });
  const isAsked = ({ group }: Standing) => of !== undefined && group.ids.includes(of);
  return [...standing.filter(isAsked), ...standing.filter((one) => !isAsked(one))];
}

interface GroupsProps {
  readonly noun: Noun;
  readonly field: ApartField;
  readonly standing: readonly Standing[];
  /** The place of the first of them on the page. */
  readonly first: number;
  readonly onGone: (place: number) => void;
}

function Groups({ noun, field, standing, first, onGone }: GroupsProps) {
  const limit = useSignal(SOME);
  const title = `likely-${noun.type}`;
  if (standing.length === 0) return null;
  const words = noun.type === contact.type ? say.likely.contacts : say.likely.applications;
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{words(standing.length)}</h2>
      {standing.slice(0, limit.value).map(({ group, records }, index) => (
        <Group
          key={records.map((record) => idOf(noun, record)).join()}
          noun={noun}
          field={field}
          reasons={group.reasons}
          records={records}
          onGone={() => onGone(first + index)}
        />
      ))}
      {standing.length > limit.value && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            limit.value += SOME;
          }}
        >
          {say.likely.more(Math.min(SOME, standing.length - limit.value))}
        </button>
      )}
    </section>
  );
}
