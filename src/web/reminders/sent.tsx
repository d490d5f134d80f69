import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Icon, type IconName } from '../ui/icon.tsx';
import { momentWords } from '../words/moment.ts';
import { say } from '../words/say-reminders.ts';
import type { SentEntry } from './reminders-api.ts';
import type { RemindersPlace } from './reminders-place.ts';
import { forWords, latestFirst, sentWords } from './told.ts';

const words = say.reminders.sent;

/** So much is shown at first. */
const SOME = 10;

/** What was sent, when and by what, and what did not arrive. */
export function Sent({ place }: { readonly place: RemindersPlace }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isAll = useSignal(false);
  const { overview, trouble } = place.reach;
  const sent = latestFirst(overview.value?.sent ?? []);
  const retry = async () => {
    await place.reach.load();
    // The button is gone where it went well.
    if (trouble.peek() === null) heading.current?.focus();
  };
  const shown = isAll.value ? sent : sent.slice(0, SOME);
  return (
    <section class="sent" aria-labelledby="reminders-sent">
      <h2 ref={heading} id="reminders-sent" tabIndex={-1}>
        {words.title}
      </h2>
      <State place={place} />
      {trouble.value !== null && (
        <button type="button" class="plain" onClick={() => void retry()}>
          {say.reminders.retry}
        </button>
      )}
      {shown.length > 0 && <Table place={place} entries={shown} />}
      {sent.length > shown.length && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            isAll.value = true;
            requestAnimationFrame(() => heading.current?.focus());
          }}
        >
          {words.more(sent.length - shown.length)}
        </button>
      )}
    </section>
  );
}

interface TableProps {
  readonly place: RemindersPlace;
  readonly entries: readonly SentEntry[];
}

function Table({ place, entries }: TableProps) {
  return (
    <table aria-labelledby="reminders-sent">
      <thead>
        <tr>
          {Object.entries(words.columns).map(([name, title]) => (
            <th key={name} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={`${entry.day} ${entry.what} ${entry.channel}`} place={place} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

/** What there is to say of it as a whole. */
function State({ place }: { readonly place: RemindersPlace }) {
  const { overview, trouble } = place.reach;
  const known = overview.value;
  const reason = trouble.value;
  const text =
    reason !== null
      ? (known ? words.stale : words.unreached)(reason)
      : known === null
        ? words.loading
        : known.sent.length === 0
          ? words.nothing
          : '';
  return (
    <p role="status" class={text === '' ? 'visually-hidden' : undefined}>
      {text}
    </p>
  );
}

const ICONS: Readonly<Record<SentEntry['state'], IconName>> = {
  sending: 'waiting',
  sent: 'check',
  failed: 'overdue',
  delayed: 'today',
};

function Row({ place, entry }: { readonly place: RemindersPlace; readonly entry: SentEntry }) {
  const { what, channel, state, at, detail } = entry;
  const { replica } = place.touchbase;
  // The name of an interview is that of records.
  for (const type of ['interactions', 'contacts', 'applications']) replica.collection(type).revision.value;
  return (
    <tr>
      <td data-label={words.columns.day}>{forWords(entry)}</td>
      <td data-label={words.columns.what} dir="auto">
        {sentWords(what, replica)}
      </td>
      <td data-label={words.columns.channel}>{words.channels[channel]}</td>
      <td data-label={words.columns.at}>
        <time dateTime={at} title={at}>
          {momentWords(at)}
        </time>
      </td>
      <td data-label={words.columns.state} class={state}>
        <span>
          <Icon name={ICONS[state]} />
          {words.states[state]}
        </span>
        {detail && <small dir="auto">{detail}</small>}
      </td>
    </tr>
  );
}
