import { useComputed } from '@preact/signals';
import type { Field } from '../../domain/field.ts';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say.ts';

/** As a flag that is set stands in an address. */
const SET = 'true';

/** A chip that leaves only the records with a flag; it is there while some have it. */
export function FlagFilter({ name, field }: { readonly name: string; readonly field: Field }) {
  const { contacts, router } = useTouchbase();
  const { collection } = contacts;
  const count = useComputed(() => {
    collection.revision.value;
    return collection.all().reduce((sum, record) => sum + Number(record[name] === true), 0);
  });
  const { [name]: chosen, ...others } = contacts.address.value.values;
  if (count.value === 0 && chosen === undefined) return null;
  const isOn = chosen === SET;
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={isOn}
      onClick={() => router.ask({ values: isOn ? others : { ...others, [name]: SET } })}
    >
      {say.schema.label(name, field)} <span class="count">{count.value}</span>
    </button>
  );
}
