import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { contact } from '../../domain/contact.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-application.ts';
import { refOf } from './application-record.ts';
import { NewPerson } from './new-person.tsx';
import { addPerson, removePerson, setRole } from './people-deeds.ts';
import { peopleOf } from './people-of.ts';
import { PersonPicker } from './person-picker.tsx';
import { PersonRow } from './person-row.tsx';
import { usePartDesk } from './use-part-desk.ts';

interface PeopleProps {
  readonly record: AnyRecord;
}

/** Who has to do with an application, and as what. */
export function People({ record }: PeopleProps) {
  const touchbase = useTouchbase();
  const desk = usePartDesk('person', 'contacts');
  /** The name that a new contact begins with; null while none is added. */
  const adding = useSignal<string | null>(desk.drafts.get(refOf(record).id) ? '' : null);
  const place = useRef<HTMLElement>(null);
  const focusOn = useFocusNext(place);
  const add = (id: string) => {
    addPerson(touchbase, record, id);
    focusOn('li:last-of-type .role input');
  };
  const startNew = (name: string) => {
    adding.value = name;
  };
  const stopNew = () => {
    adding.value = null;
    focusOn('.picker input');
  };
  return (
    <section ref={place} class="part" aria-label={say.people.title}>
      <header class="part-head">
        <h2>{say.people.title}</h2>
      </header>
      <Rows record={record} onRemoved={() => focusOn('.picker input')} />
      {adding.value === null ? (
        <PersonPicker record={record} onPick={add} onNew={startNew} />
      ) : (
        <NewPerson record={record} desk={desk} name={adding.value} onDone={stopNew} />
      )}
    </section>
  );
}

function Rows({ record, onRemoved }: PeopleProps & { readonly onRemoved: () => void }) {
  const touchbase = useTouchbase();
  touchbase.replica.collection(contact.type).revision.value;
  const people = peopleOf(record);
  if (people.length === 0) return <p class="nothing-yet">{say.people.none}</p>;
  return (
    <ul class="people">
      {people.map((person, index) => (
        <PersonRow
          key={`${person.contact_id} ${index}`}
          person={person}
          onRole={(role) => setRole(touchbase, record, person, role)}
          onRemove={() => {
            removePerson(touchbase, record, person);
            onRemoved();
          }}
        />
      ))}
    </ul>
  );
}

/** Gives the focus to what is there once the page is drawn again. */
function useFocusNext(place: { readonly current: HTMLElement | null }): (selector: string) => void {
  const wanted = useSignal<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.value === null) return;
    place.current?.querySelector<HTMLElement>(wanted.value)?.focus();
    wanted.value = null;
  });
  return (selector) => {
    wanted.value = selector;
  };
}
