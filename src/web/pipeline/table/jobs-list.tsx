import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { application } from '../../../domain/application.ts';
import { type AnyRecord, idOf } from '../../../domain/noun.ts';
import { stageOf } from '../../../domain/stage-names.ts';
import { toText } from '../../../domain/typed-text.ts';
import { marked } from '../../contacts/marked.tsx';
import { revealedTop, rowsToDraw, rowWindow } from '../../contacts/table/row-window.ts';
import { useTouchbase } from '../../touchbase.ts';
import { useBox } from '../../ui/box.ts';
import { say } from '../../words/say-pipeline.ts';
import { writeAsked } from '../asked.ts';
import { nextActionWords, outcomeWords, standingWords } from '../facts.tsx';
import { useFocusWish, useKeptFocus } from '../kept-focus.ts';
import { moveButton } from '../move-menu.tsx';
import type { Mover } from '../mover.ts';
import type { Pipeline } from '../pipeline.ts';

/** Pixels, as in jobs.css. */
const ENTRY = 116;

interface JobsListProps {
  readonly pipeline: Pipeline;
  readonly mover: Mover;
}

/** The table on a phone: one application under the other with what matters of it, only those drawn that are seen. */
export function JobsList({ pipeline, mover }: JobsListProps) {
  const list = useRef<HTMLDivElement>(null);
  const box = useBox(list);
  const top = useSignal(0);
  const shown = pipeline.shown.value;
  const at = shown.findIndex((record) => idOf(application, record) === pipeline.active.value);
  const active = Math.max(0, at);
  const focus = () => focusActive(list.current, active);
  useFocusWish(pipeline, focus);
  useKeptFocus(list, focus, shown);
  const seen = rowWindow(top.value, box.value.height, ENTRY, shown.length);
  return (
    <div
      ref={list}
      class="jobs-list"
      role="list"
      aria-label={say.places.applications}
      onScroll={(event) => {
        top.value = event.currentTarget.scrollTop;
      }}
    >
      <div class="rows" role="presentation" style={`height: ${shown.length * ENTRY}px`}>
        {rowsToDraw(seen, active).map((index) => {
          const record = shown[index];
          if (!record) return null;
          const id = idOf(application, record);
          return (
            <div
              key={id}
              class={id === pipeline.added.value ? 'job-entry new' : 'job-entry'}
              role="listitem"
              aria-setsize={shown.length}
              aria-posinset={index + 1}
              style={`transform: translateY(${index * ENTRY}px)`}
              onFocusIn={() => pipeline.comeTo(id)}
            >
              <Entry record={record} isActive={index === active} pipeline={pipeline} mover={mover} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface EntryProps extends JobsListProps {
  readonly record: AnyRecord;
  readonly isActive: boolean;
}

function Entry({ record, isActive, pipeline, mover }: EntryProps) {
  const { router, today } = useTouchbase();
  const words = pipeline.words.value;
  const href = router.hrefTo('applications', { id: idOf(application, record) }, writeAsked(pipeline.asked.value));
  const [company, via] = [toText(record.company) || say.pipeline.unknownClient, toText(record.via)];
  return (
    <>
      <a class="name" href={href} data-active={isActive || undefined} dir="auto">
        {marked(toText(record.position), words)}
      </a>
      <span class="client" dir="auto">
        {marked([company, via && say.pipeline.via(via)].filter(Boolean).join(' · '), words)}
      </span>
      {nextActionWords(record, today.value) ?? <span class="next">{outcomeWords(record)}</span>}
      <span class="where">
        {moveButton({ record, mover, tabIndex: 0, label: pipeline.nameOf(stageOf(record)) })}
        {standingWords(record, today.value)}
      </span>
    </>
  );
}

function focusActive(list: HTMLElement | null, row: number): void {
  if (!list) return;
  list.scrollTop = revealedTop(list.scrollTop, row, { row: ENTRY, head: 0, height: list.clientHeight });
  list.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true });
}
