import { DUE_SPANS, type DueSpan } from '../../domain/follow-up.ts';
import { filterFields } from '../../domain/listing.ts';
import { useTouchbase } from '../touchbase.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { say } from '../words/say.ts';
import { FieldFilter } from './field-filter.tsx';

const ICONS: Readonly<Record<DueSpan, IconName>> = { overdue: 'overdue', today: 'today', week: 'upcoming' };

/** What narrows the list, in one row, and how many are left. */
export function Filters() {
  const { router, contacts, reader } = useTouchbase();
  const { noun, collection, shown, dueCounts, hasFilters } = contacts;
  const { due } = contacts.address.value;
  return (
    <div class="filters">
      <div class="chips" role="group" aria-label={say.filters.group}>
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
        {filterFields(noun.fields).map(({ name }) => (
          <FieldFilter key={name} name={name} />
        ))}
      </div>
      <p class="total">
        <span>
          {reader.isReady.value
            ? say.contacts.count(shown.value.length, collection.size.value)
            : say.contacts.loading(collection.size.value)}
        </span>
        {hasFilters.value && (
          <button type="button" class="link" onClick={() => router.ask({ due: null, values: {} })}>
            {say.filters.clear}
          </button>
        )}
      </p>
    </div>
  );
}
