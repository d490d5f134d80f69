import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { text } from '../../domain/field.ts';
import { fold } from '../../domain/search.ts';
import { toText } from '../../domain/typed-text.ts';
import { type Touchbase, useTouchbase } from '../touchbase.ts';
import { Combobox } from '../ui/combobox.tsx';
import { errorOf } from '../ui/field-text.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-application.ts';
import { type Person, peopleOf } from './people-of.ts';

const ROLE = application.fields.contact_ids.entryFields?.role ?? text({ label: 'Role', maxLength: 100 });

interface PersonRowProps {
  readonly person: Person;
  readonly onRole: (role: string) => void;
  readonly onRemove: () => void;
}

/** One of the people: who, as what, and the way to take them off. */
export function PersonRow({ person, onRole, onRemove }: PersonRowProps) {
  const { replica, router } = useTouchbase();
  const record = replica.collection(contact.type).get(person.contact_id);
  const name = toText(record?.name) || say.people.gone;
  return (
    <li class="person">
      <span class="who">
        {record ? (
          <a href={router.hrefOf({ id: person.contact_id })} dir="auto">
            {name}
          </a>
        ) : (
          <em>{name}</em>
        )}
        <span class="muted" dir="auto">
          {[record?.company, record?.recruiter_company].map(toText).filter(Boolean).join(' · ')}
        </span>
      </span>
      <Role name={name} role={person.role ?? ''} onRole={onRole} />
      <button
        type="button"
        class="quiet danger"
        aria-label={say.people.remove(name)}
        title={say.people.remove(name)}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

interface RoleProps {
  readonly name: string;
  readonly role: string;
  readonly onRole: (role: string) => void;
}

/** What somebody is in an application: any text, saved with Enter or when it is left; Escape leaves it as it was. */
function Role({ name, role, onRole }: RoleProps) {
  const id = useId();
  const { replica } = useTouchbase();
  const typed = useSignal(role);
  useEffect(() => {
    typed.value = role;
  }, [role]);
  const error = errorOf('role', ROLE, typed.value);
  const save = () => {
    const meant = typed.peek().trim();
    if (meant !== role && error === null) onRole(meant);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Enter') save();
    else if (event.key === 'Escape') typed.value = role;
    else return;
    event.preventDefault();
  };
  return (
    <span class="role" role="group" aria-label={say.people.role} onFocusOut={save} onKeyDown={onKeyDown}>
      <Combobox
        id={id}
        name="role"
        field={ROLE}
        text={typed.value}
        onText={(text) => {
          typed.value = text;
        }}
        isInvalid={error !== null}
        describedBy={`${id}-error`}
        label={say.people.roleOf(name)}
        suggestions={() => rolesIn(replica)}
      />
      <span id={`${id}-error`} class="error" role="alert">
        {error && say.schema.error(error)}
      </span>
    </span>
  );
}

/** More than anyone reads: the rest is typed. */
const MOST = 100;

/** What people usually are in an application, then what they are in others. */
function rolesIn(replica: Touchbase['replica']): readonly string[] {
  const usual = Object.values(contact.fields.kind.choices ?? {});
  const used = replica
    .collection(application.type)
    .all()
    .flatMap((one) => peopleOf(one).map(({ role }) => role ?? ''));
  const byName = new Map([...usual, ...used].map((one) => [fold(one), one]));
  return [...byName.values()].filter((one) => one !== '').slice(0, MOST);
}
