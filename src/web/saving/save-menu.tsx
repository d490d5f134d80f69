import { useTouchbase } from '../touchbase.ts';
import { Menu } from '../ui/menu.tsx';
import { say } from '../words/say-saving.ts';
import { withSaving } from './with-saving.ts';

/** As what the selected contacts can be saved. */
export function SaveMenu() {
  const touchbase = useTouchbase();
  return (
    <Menu class="plain" label={say.saving.as} title={say.saving.as}>
      <button
        type="button"
        class="item"
        onClick={() => withSaving(touchbase, (saving) => saving.saveContactsAsCsv(touchbase, 'selected'))}
      >
        <span class="text">{say.saving.asCsv}</span>
      </button>
      <button
        type="button"
        class="item"
        onClick={() =>
          withSaving(touchbase, (saving) => saving.saveAsCards(touchbase, saving.selectedContacts(touchbase)))
        }
      >
        <span class="text">{say.saving.asCards}</span>
      </button>
    </Menu>
  );
}
