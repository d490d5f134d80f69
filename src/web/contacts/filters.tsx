import { useRef } from 'preact/hooks';
import { DUE_SPANS, type DueSpan } from '../../domain/follow-up.ts';
import { filterFields } from '../../domain/listing.ts';
import { useTouchbase } from '../touchbase.ts';
import { useFocusHandOver } from '../ui/focus-back.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { isPhone } from '../ui/media.ts';
import { say } from '../words/say.ts';
import { ChooseButton } from './choose-button.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { FieldFilter } from './field-filter.tsx';
import { FlagFilter } from './flag-filter.tsx';
import { SortMenu } from './sort-menu.tsx';
import { ViewsMenu } from './views/views-menu.tsx';

const ICONS: Readonly<Record<DueSpan, IconName>> = { overdue: 'overdue', today: 'today', week: 'upcoming' };

/** What narrows the list, in one row, and how many are left. */
export function Filters() {
  const { router, contacts, reader } = useTouchbase();
  const { noun, collection, shown, dueCounts, hasFilters } = contacts;
  const { due } = contacts.address.value;
  return (
    <div class="filters">
      <div class="chips" role="group" aria-label={say.filters.group}>
        <ViewsMenu />
        {DUE_SPANS.map((span) => (
          <button
            key={span}
            type="button"
            class={`chip ${span}`}
            aria-pressed={due === span}
            onClick={() => router.ask({ due: due === span ? null : span })}
          >
            <Icon name={ICONS[span]} />
            {say.filters.due[span]} <span class="count">{dueCounts.value[span]}</span>
          </button>
        ))}
        {filterFields(noun.fields).map(({ name }) => {
          const field = noun.fields[name];
          if (field?.control === 'flag') return <FlagFilter key={name} name={name} field={field} />;
          return <FieldFilter key={name} name={name} />;
        })}
      </div>
      <div class="total">
        {!reader.isReady.value && <progress aria-label={say.contacts.loading(collection.size.value)} />}
        <span>
          {reader.isReady.value
            ? say.contacts.count(shown.value.length, collection.size.value)
            : say.contacts.loading(collection.size.value)}
        </span>
        {hasFilters.value && <Clear />}
        {isPhone.value && <ChooseButton />}
        {isPhone.value ? <SortMenu /> : <ColumnsMenu />}
      </div>
    </div>
  );
}

/** It goes when it is pressed: the focus goes on to the list. */
function Clear() {
  const { router, grid } = useTouchbase();
  const button = useRef<HTMLButtonElement>(null);
  useFocusHandOver(button, () => grid.focus());
  return (
    <button ref={button} type="button" class="link" onClick={() => router.ask({ due: null, values: {} })}>
      {say.filters.clear}
    </button>
  );
}
