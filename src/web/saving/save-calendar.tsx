import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-saving.ts';
import { withSaving } from './with-saving.ts';

/** Saves what lies ahead for a calendar. */
export function SaveCalendar() {
  const touchbase = useTouchbase();
  return (
    <button
      type="button"
      class="quiet"
      aria-label={say.saving.calendar}
      title={say.saving.calendar}
      onClick={() => withSaving(touchbase, (saving) => saving.saveCalendar(touchbase))}
    >
      <Icon name="upcoming" />
    </button>
  );
}
