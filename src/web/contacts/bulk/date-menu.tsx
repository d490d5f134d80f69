import { useSignal } from '@preact/signals';
import { addDays, LAST_DATE } from '../../../domain/dates.ts';
import { EARLIEST_DATE } from '../../../domain/typed-text.ts';
import { useTouchbase } from '../../touchbase.ts';
import { say } from '../../words/say-later.ts';
import { Item } from './text-menu.tsx';

/** One date for all: one that is meant most, any other, or none. */
export function DateMenu({ onSet }: { onSet: (date: string) => void }) {
  const today = useTouchbase().today.value;
  const picked = useSignal('');
  const picks = [
    [say.picks.days(1), addDays(today, 1)],
    [say.picks.days(3), addDays(today, 3)],
    [say.picks.week, addDays(today, 7)],
    [say.picks.none, ''],
  ] as const;
  return (
    <>
      {picks.map(([label, date]) => (
        <Item key={label} text={label} onPick={() => onSet(date)} />
      ))}
      <input
        type="date"
        aria-label={say.bulk.date}
        min={EARLIEST_DATE}
        max={LAST_DATE}
        value={picked.value}
        onInput={(event) => {
          picked.value = event.currentTarget.value;
        }}
      />
      {picked.value !== '' && <Item text={say.bulk.setDate} onPick={() => onSet(picked.value)} />}
    </>
  );
}
