import { effect, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { DailyDigest, DigestPart } from '../../domain/daily-digest.ts';
import { countsOf } from '../../reminders/digest-mail.ts';
import { type ToldLine, toldLine } from '../../reminders/told-line.ts';
import { words } from '../../reminders/words.ts';
import { onIdle } from '../sync/idle.ts';
import { say } from '../words/say-reminders.ts';
import type { RemindersPlace } from './reminders-place.ts';
import { digestNow } from './told.ts';

/** So many lines of each part are shown at first. */
const SOME = 3;

/** The digest as it would come now. */
export function Preview({ place }: { readonly place: RemindersPlace }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const digest = useDigest(place);
  const isAll = useSignal(false);
  const { title, nothing, looking, all } = say.reminders.preview;
  const isCut = digest?.parts.some(({ lines }) => lines.length > SOME) && !isAll.value;
  return (
    <section class="preview" aria-labelledby="reminders-preview">
      <h2 ref={heading} id="reminders-preview" tabIndex={-1}>
        {title}
      </h2>
      <p role="status">{digest === null ? looking : digest ? countsOf(digest.parts) : nothing}</p>
      {digest?.parts.map((part) => (
        <Part key={part.section} part={part} day={digest.day} most={isAll.value ? part.lines.length : SOME} />
      ))}
      {digest && isCut && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            isAll.value = true;
            requestAnimationFrame(() => heading.current?.focus());
          }}
        >
          {all(digest.count)}
        </button>
      )}
    </section>
  );
}

/** Several changes one after the other are computed with once. */
const PAUSE_MS = 200;

/** Null until it was computed: of ten thousand records it takes long enough to wait until nothing else is to be done. */
function useDigest({ touchbase, now }: RemindersPlace): DailyDigest | undefined | null {
  const digest = useSignal<DailyDigest | undefined | null>(null);
  useEffect(() => {
    const { replica } = touchbase;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const compute = () => {
      if (!isOver) digest.value = digestNow(replica, now.peek());
    };
    const stop = effect(() => {
      now.value;
      for (const type of TYPES) replica.collection(type).revision.value;
      clearTimeout(waiting);
      waiting = setTimeout(() => onIdle(compute), digest.peek() === null ? 0 : PAUSE_MS);
    });
    return () => {
      isOver = true;
      clearTimeout(waiting);
      stop();
    };
  }, [touchbase]);
  return digest.value;
}

const TYPES = ['contacts', 'applications', 'interactions', 'tasks', 'settings'];

interface PartProps {
  readonly part: DigestPart;
  readonly day: string;
  readonly most: number;
}

function Part({ part: { section, lines, more }, day, most }: PartProps) {
  const title = `reminders-preview-${section}`;
  return (
    <>
      <h3 id={title} class={section}>
        {words.sections[section]}
        <span>{lines.length + more}</span>
      </h3>
      <ul aria-labelledby={title}>
        {lines.slice(0, most).map((line) => (
          <Line key={line.key} line={toldLine(line, day, location.origin)} />
        ))}
        {more > 0 && most >= lines.length && <li class="last">{words.more(more)}</li>}
      </ul>
    </>
  );
}

function Line({ line: { title, facts, last, href } }: { readonly line: ToldLine }) {
  return (
    <li>
      <a href={href} dir="auto">
        {title}
      </a>
      {facts.length > 0 && (
        <p>
          {facts.map((fact, place) => (
            <span key={fact}>
              {place > 0 && ' · '}
              <bdi>{fact}</bdi>
            </span>
          ))}
        </p>
      )}
      {last && (
        <p class="last">
          {last.when}
          {last.text && (
            <>
              : <bdi>{words.quoted(last.text)}</bdi>
            </>
          )}
        </p>
      )}
    </li>
  );
}
