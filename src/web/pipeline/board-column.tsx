import { useSignal } from '@preact/signals';
import { Fragment, type RefObject } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { application } from '../../domain/application.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-pipeline.ts';
import { type BoardColumn, placeIn } from './board-columns.ts';
import type { Dropping } from './drag-and-drop.ts';
import { dragged, withDragging } from './dragging.ts';
import { JobCard } from './job-card.tsx';
import type { Mover } from './mover.ts';
import type { Pipeline } from './pipeline.ts';

interface ColumnProps {
  readonly column: BoardColumn;
  /** How many of its cards are drawn. */
  readonly reach: number;
  /** The id of the card where Tab leads. */
  readonly active: string | null;
  /** The id of the card that was added just now. */
  readonly added: string | null;
  readonly today: CalendarDate;
  readonly pipeline: Pipeline;
  readonly mover: Mover;
}

/** One stage. Cards can be dropped anywhere on it: a line shows where they will stand. */
export function BoardColumnView(props: ColumnProps) {
  const { column, pipeline, mover } = props;
  const place = useRef<HTMLElement>(null);
  const title = useId();
  const line = useLine(place, column, pipeline, mover);
  const isFolded = pipeline.isFolded(column);
  const isTarget = line.value !== null;
  return (
    <section
      ref={place}
      class={`stage ${isFolded ? 'folded' : ''} ${isTarget ? 'target' : ''}`}
      aria-labelledby={title}
      data-stage={column.stage}
    >
      {isFolded ? (
        <Folded id={title} column={column} pipeline={pipeline} />
      ) : (
        <>
          <ColumnHead id={title} column={column} pipeline={pipeline} />
          <Cards {...props} line={line.value} />
        </>
      )}
    </section>
  );
}

function Cards({ column, reach, active, added, today, pipeline, mover, line }: ColumnProps & { line: number | null }) {
  const { router } = useTouchbase();
  const { records } = column;
  const left = records.length - reach;
  return (
    <ul class="jobs-in" aria-label={say.pipeline.column(column.name, records.length)}>
      {records.slice(0, reach).map((record, index) => {
        const id = idOf(application, record);
        return (
          <Fragment key={id}>
            {index === line && <li class="line" aria-hidden="true" />}
            <JobCard
              record={record}
              href={router.hrefTo('applications', { id }, router.route.value.elsewhere?.asked)}
              place={index + 1}
              count={records.length}
              isActive={id === active}
              isNew={id === added}
              today={today}
              words={pipeline.words.value}
              pipeline={pipeline}
              mover={mover}
            />
          </Fragment>
        );
      })}
      {line !== null && line >= reach && <li class="line" aria-hidden="true" />}
      {records.length === 0 && line === null && <li class="none">{say.pipeline.nothingIn}</li>}
      {left > 0 && (
        <li>
          <button type="button" class="link more" onClick={() => pipeline.showMore(column)}>
            {say.pipeline.more(left)}
          </button>
        </li>
      )}
    </ul>
  );
}

interface HeadProps {
  readonly id: string;
  readonly column: BoardColumn;
  readonly pipeline: Pipeline;
}

function ColumnHead({ id, column, pipeline }: HeadProps) {
  const { stage, name, isHidden, records } = column;
  return (
    <header class="stage-head">
      <h2 id={id}>
        <span class="text" dir="auto">
          {name}
        </span>{' '}
        <span class="count">{say.pipeline.cards(records.length)}</span>
      </h2>
      {isHidden && (
        <span class="tag" title={say.pipeline.hidden}>
          {say.pipeline.hiddenShort}
        </span>
      )}
      {stage === 'closed' && (
        <button
          type="button"
          class="quiet"
          aria-label={say.pipeline.fold(name)}
          title={say.pipeline.fold(name)}
          aria-expanded
          onClick={() => pipeline.ask({ showsClosed: false })}
        >
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}

function Folded({ id, column, pipeline }: HeadProps) {
  const { name, records } = column;
  const label = say.pipeline.unfold(name, records.length);
  return (
    <button
      id={id}
      type="button"
      class="unfold"
      aria-label={label}
      title={label}
      aria-expanded={false}
      onClick={() => pipeline.ask({ showsClosed: true })}
    >
      <span class="text">{name}</span>
      <span class="count">{say.pipeline.cards(records.length)}</span>
    </button>
  );
}

/** Takes what is dropped on a column. Where it would stand, while something from elsewhere is over it; null otherwise. */
function useLine(
  place: RefObject<HTMLElement | null>,
  column: BoardColumn,
  pipeline: Pipeline,
  mover: Mover,
): { readonly value: number | null } {
  const line = useSignal<number | null>(null);
  const latest = useRef({ column, mover });
  latest.current = { column, mover };
  useEffect(() => {
    const { current } = place;
    if (!current) return;
    const isHere = (id: string | null) => latest.current.column.records.some((one) => idOf(application, one) === id);
    const find = (id: string | null) => pipeline.shown.peek().find((one) => idOf(application, one) === id);
    const dropping: Dropping = {
      over: (isOver) => {
        const record = isOver && !isHere(dragged.peek()) ? find(dragged.peek()) : undefined;
        line.value = record ? lineFor(latest.current.column, pipeline.shown.peek(), record) : null;
      },
      drop: (id) => {
        const record = isHere(id) ? undefined : find(id);
        if (record) latest.current.mover.move(record, latest.current.column.stage);
      },
    };
    return withDragging(({ letDrop }) => letDrop(current, dropping));
  }, []);
  return line;
}

function lineFor(column: BoardColumn, shown: readonly AnyRecord[], record: AnyRecord): number {
  const ranks = new Map(shown.map((one, index) => [one, index]));
  const rankOf = (one: AnyRecord) => ranks.get(one) ?? 0;
  return placeIn(column, rankOf, rankOf(record));
}
