import { useSignal } from '@preact/signals';
import type { Happened } from '../../domain/timeline.ts';
import { useTouchbase } from '../touchbase.ts';
import { longDateWords } from '../words/moment.ts';
import { told } from '../words/say-conversation.ts';
import type { About } from './about.ts';
import { dayWords } from './day-words.ts';
import { Entry } from './entry.tsx';
import { groupsOf } from './groups.ts';
import { InteractionEntry } from './interaction-entry.tsx';

/** So many entries are drawn at once. */
const PAGE = 50;

interface TimelineProps {
  readonly about: About;
  readonly happened: readonly Happened[];
}

/** What happened, by day and by month, the newest first. */
export function Timeline({ about, happened }: TimelineProps) {
  const { today } = useTouchbase();
  const most = useSignal(PAGE);
  const isNothing = happened.every(({ kind }) => kind === 'added');
  const older = happened.length - most.value;
  return (
    <section class="happened" aria-label={told.timeline.title}>
      {isNothing && <p class="empty">{told.timeline.empty}</p>}
      {groupsOf(happened, today.value, most.value).map(({ key, entries }) => (
        <section key={key}>
          <h3 title={key.length === 10 ? longDateWords(key) : undefined}>{dayWords(key, today.value)}</h3>
          <ol>
            {entries.map((entry) => (
              <li key={entry.key}>
                {entry.kind === 'interaction' ? (
                  <InteractionEntry record={entry.record} at={entry.at} about={about} />
                ) : (
                  <Entry entry={entry} about={about} />
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
      {older > 0 && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            most.value += PAGE;
          }}
        >
          {told.timeline.older(older)}
        </button>
      )}
    </section>
  );
}
