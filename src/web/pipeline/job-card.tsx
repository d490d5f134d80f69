import { Component, createRef } from 'preact';
import { application } from '../../domain/application.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { marked } from '../contacts/marked.tsx';
import { withDragging } from './dragging.ts';
import {
  agencyWords,
  clientWords,
  deadlineWords,
  nextActionWords,
  outcomeWords,
  reasonWords,
  standingWords,
} from './facts.tsx';
import { moveButton } from './move-menu.tsx';
import type { Mover } from './mover.ts';
import type { Pipeline } from './pipeline.ts';

interface JobCardProps {
  readonly record: AnyRecord;
  readonly href: string;
  /** In its column, from 1 on. */
  readonly place: number;
  readonly count: number;
  readonly isActive: boolean;
  /** Added just now: it must be seen where it is. */
  readonly isNew: boolean;
  readonly today: CalendarDate;
  /** Those to mark. */
  readonly words: readonly string[];
  readonly pipeline: Pipeline;
  readonly mover: Mover;
}

/** An application on the board. It is drawn again only when something of it changed: there are hundreds. */
export class JobCard extends Component<JobCardProps> {
  readonly #card = createRef<HTMLLIElement>();
  #letGo: (() => void) | undefined;

  override componentDidMount(): void {
    const { current } = this.#card;
    if (!current) return;
    this.#letGo = withDragging(({ letDrag }) => letDrag(current, () => idOf(application, this.props.record)));
  }

  override componentWillUnmount(): void {
    this.#letGo?.();
  }

  override shouldComponentUpdate(next: JobCardProps): boolean {
    return Object.entries(next).some(([name, value]) => value !== this.props[name as keyof JobCardProps]);
  }

  render({ record, href, place, count, isActive, isNew, today, words, pipeline, mover }: JobCardProps) {
    const id = idOf(application, record);
    const facts = `facts-${id}`;
    return (
      <li
        ref={this.#card}
        class={isNew ? 'job new' : 'job'}
        aria-setsize={count}
        aria-posinset={place}
        onFocusIn={() => pipeline.comeTo(id)}
      >
        <a class="title" href={href} draggable={false} tabIndex={isActive ? 0 : -1} aria-describedby={facts} dir="auto">
          {marked(toText(record.position), words)}
        </a>
        {moveButton({ record, mover, tabIndex: isActive ? 0 : -1, class: 'quiet' })}
        <div id={facts} class="facts">
          {clientWords(record, words)}
          {agencyWords(record, words)}
          {nextActionWords(record, today)}
          {outcomeWords(record)}
          {reasonWords(record)}
          {standingWords(record, today)}
          {deadlineWords(record, today)}
        </div>
      </li>
    );
  }
}
