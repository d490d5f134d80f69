import { useComputed, useSignal } from '@preact/signals';
import type { Field } from '../../domain/field.ts';
import { fold, matchesWords, searchable, words } from '../../domain/search.ts';
import type { Collection } from '../sync/collection.ts';
import { useTouchbase } from '../touchbase.ts';
import { Menu } from '../ui/menu.tsx';
import { say } from '../words/say.ts';
import { type UsedValue, usedValues } from './values.ts';

/** So many values are listed; the others are found by typing. */
const MOST = 60;
/** From so many values on there is a box to find one by typing. */
const MANY = 12;

/** A chip that filters the list by one value of a field. */
export function FieldFilter({ name }: { name: string }) {
  const { contacts, router } = useTouchbase();
  const { values } = contacts.address.value;
  const choose = (value: string | undefined) => {
    const { [name]: _, ...others } = values;
    router.ask({ values: value === undefined ? others : { ...others, [name]: value } });
  };
  return <FilterChip name={name} collection={contacts.collection} chosen={values[name]} onChoose={choose} />;
}

interface FilterChipProps {
  readonly name: string;
  readonly collection: Collection;
  readonly chosen: string | undefined;
  /** Gets undefined where the value that was chosen is chosen again. */
  readonly onChoose: (value: string | undefined) => void;
}

/** A chip that offers the values of a field to choose one. */
export function FilterChip({ name, collection, chosen, onChoose }: FilterChipProps) {
  const field = collection.noun.fields[name];
  if (!field) return null;
  const label = say.schema.label(name, field);
  return (
    <Menu
      class={chosen === undefined ? 'chip' : 'chip on'}
      label={chosen === undefined ? label : say.filters.chosen(label, say.schema.choice(name, chosen, field))}
      title={label}
    >
      <Values
        name={name}
        field={field}
        collection={collection}
        chosen={chosen}
        onChoose={(value) => onChoose(isChosen(chosen, value) ? undefined : value)}
      />
    </Menu>
  );
}

interface ValuesProps {
  readonly name: string;
  readonly field: Field;
  readonly collection: Collection;
  readonly chosen: string | undefined;
  readonly onChoose: (value: string) => void;
}

function Values({ name, field, collection, chosen, onChoose }: ValuesProps) {
  const query = useSignal('');
  const all = useComputed(() => {
    collection.revision.value;
    return usedValues(name, collection.all());
  });
  const text = ({ value }: UsedValue) => say.schema.choice(name, value, field);
  const found = all.value.filter((used) => matchesWords(searchable(text(used)), words(query.value)));
  const label = say.filters.find(say.schema.label(name, field));
  return (
    <>
      {all.value.length > MANY && (
        <input
          type="search"
          aria-label={label}
          placeholder={label}
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
        />
      )}
      {found.slice(0, MOST).map((used) => (
        <button
          key={used.value}
          type="button"
          class="item"
          aria-pressed={isChosen(chosen, used.value)}
          onClick={() => onChoose(used.value)}
        >
          <span class="text" dir="auto">
            {text(used)}
          </span>
          <span class="count">{used.count}</span>
        </button>
      ))}
      {found.length > MOST && <p class="note">{say.filters.more(found.length - MOST)}</p>}
      {all.value.length === 0 && <p class="note">{say.filters.none}</p>}
    </>
  );
}

function isChosen(chosen: string | undefined, value: string): boolean {
  return chosen !== undefined && fold(chosen) === fold(value);
}
