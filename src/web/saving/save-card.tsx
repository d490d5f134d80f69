import type { AnyRecord } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-saving.ts';
import { withSaving } from './with-saving.ts';

interface SaveCardProps {
  readonly record: AnyRecord;
  /** As a choice of a menu; else as a button that is only an icon. */
  readonly isItem?: boolean;
}

/** Saves one contact for a phone or another address book. */
export function SaveCard({ record, isItem = false }: SaveCardProps) {
  const touchbase = useTouchbase();
  const label = say.saving.card(toText(record[touchbase.contacts.noun.titleField]));
  return (
    <button
      type="button"
      class={isItem ? 'item' : 'quiet'}
      aria-label={label}
      title={isItem ? undefined : label}
      onClick={() => withSaving(touchbase, (saving) => saving.saveAsCards(touchbase, [record]))}
    >
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 2v8M4.5 6.5 8 10l3.5-3.5M2.5 13.5h11" />
      </svg>
      {isItem && <span class="text">{say.saving.cardItem}</span>}
    </button>
  );
}
