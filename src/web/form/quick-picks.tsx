import { addDays } from '../../domain/dates.ts';
import type { Field } from '../../domain/field.ts';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-later.ts';

interface QuickPicksProps {
  readonly name: string;
  readonly field: Field;
  readonly onPick: (text: string) => void;
}

/** The dates that people choose most, one click each. */
export function QuickPicks({ name, field, onPick }: QuickPicksProps) {
  const today = useTouchbase().today.value;
  const picks = picksFor(name, field, today);
  if (picks.length === 0) return null;
  return (
    <span class="picks" role="group" aria-label={say.picks.group(say.schema.label(name, field))}>
      {picks.map(([label, text]) => (
        <button key={label} type="button" class="pick" onClick={() => onPick(text)}>
          {label}
        </button>
      ))}
    </span>
  );
}

/** These are of what has happened. */
const PAST = new Set(['applied_on']);

function picksFor(
  name: string,
  { control }: Field,
  today: string,
): readonly (readonly [label: string, text: string])[] {
  if (control === 'date_time') return [[say.picks.today, today]];
  if (control !== 'date') return [];
  if (PAST.has(name)) {
    return [
      [say.picks.today, today],
      [say.picks.yesterday, addDays(today, -1)],
      [say.picks.none, ''],
    ];
  }
  return [
    [say.picks.days(1), addDays(today, 1)],
    [say.picks.days(3), addDays(today, 3)],
    [say.picks.week, addDays(today, 7)],
    [say.picks.none, ''],
  ];
}
