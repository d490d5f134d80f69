import { toText } from '../../domain/typed-text.ts';
import type { Option } from '../palette/options.ts';
import { Pipeline } from '../pipeline/pipeline.ts';
import type { Touchbase } from '../touchbase.ts';
import { say } from '../words/say-saving.ts';
import { withSaving } from './with-saving.ts';

/** What can be saved as a file where a person is. */
export function savingActions(touchbase: Touchbase): readonly Option[] {
  return [...savingShown(touchbase), ...savingSelected(touchbase), ...savingOpen(touchbase), calendar(touchbase)];
}

/** Of the list or the table that is on the screen. */
function savingShown(touchbase: Touchbase): Option[] {
  const { contacts, router } = touchbase;
  const { elsewhere } = router.route.peek();
  if (elsewhere?.place === 'applications' && elsewhere.open === null) {
    const count = new Pipeline(touchbase).shown.peek().length;
    if (count === 0) return [];
    return [
      option('jobs-csv', say.saving.applicationsAsCsv(count), () =>
        withSaving(touchbase, (saving) => saving.saveJobsAsCsv(touchbase)),
      ),
    ];
  }
  const shown = contacts.shown.peek();
  if (elsewhere || shown.length === 0) return [];
  return [
    option('csv', say.saving.contactsAsCsv(shown.length), () =>
      withSaving(touchbase, (saving) => saving.saveContactsAsCsv(touchbase, 'shown')),
    ),
    option('cards', say.saving.contactsAsCards(shown.length), () =>
      withSaving(touchbase, (saving) => saving.saveAsCards(touchbase, shown)),
    ),
  ];
}

function savingSelected(touchbase: Touchbase): Option[] {
  const count = touchbase.selection.count.peek();
  if (count === 0 || touchbase.router.route.peek().elsewhere) return [];
  return [
    option('selected-csv', say.saving.selectedAsCsv(count), () =>
      withSaving(touchbase, (saving) => saving.saveContactsAsCsv(touchbase, 'selected')),
    ),
    option('selected-cards', say.saving.selectedAsCards(count), () =>
      withSaving(touchbase, (saving) => saving.saveAsCards(touchbase, saving.selectedContacts(touchbase))),
    ),
  ];
}

function savingOpen(touchbase: Touchbase): Option[] {
  const { contacts, router } = touchbase;
  const { elsewhere, open } = router.route.peek();
  const record = !elsewhere && open !== null && open !== 'new' ? contacts.collection.get(open.id) : undefined;
  if (!record) return [];
  return [
    option('card', say.saving.card(toText(record[contacts.noun.titleField])), () =>
      withSaving(touchbase, (saving) => saving.saveAsCards(touchbase, [record])),
    ),
  ];
}

function calendar(touchbase: Touchbase): Option {
  return option('calendar', say.saving.calendar, () =>
    withSaving(touchbase, (saving) => saving.saveCalendar(touchbase)),
  );
}

function option(id: string, label: string, run: () => void): Option {
  return { id: `save-${id}`, label, detail: '', run };
}
