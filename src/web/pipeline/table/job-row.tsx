import { Component, type ComponentChildren } from 'preact';
import { application } from '../../../domain/application.ts';
import type { CalendarDate } from '../../../domain/dates.ts';
import type { AnyRecord } from '../../../domain/noun.ts';
import { type NamedStage, stageOf } from '../../../domain/stage-names.ts';
import { toText } from '../../../domain/typed-text.ts';
import { followUpWords } from '../../contacts/follow-up-words.tsx';
import { marked } from '../../contacts/marked.tsx';
import { ROW } from '../../contacts/table/row-height.ts';
import { dateWords } from '../../words/moment.ts';
import { say } from '../../words/say-pipeline.ts';
import { IN_STAGE } from '../asked.ts';
import { deadlineWords, outcomeWords, standingWords } from '../facts.tsx';
import { moveButton } from '../move-menu.tsx';
import type { Mover } from '../mover.ts';
import { JOB_COLUMNS } from './table-columns.ts';

interface JobRowProps {
  readonly record: AnyRecord;
  readonly index: number;
  /** The column of the active cell, where it is in this row. */
  readonly active: number | null;
  readonly today: CalendarDate;
  readonly href: string;
  /** Those to mark. */
  readonly words: readonly string[];
  readonly stages: readonly NamedStage[];
  readonly mover: Mover;
}

/** Nothing comes after a closed one. */
const NEXT = new Set(['next_action', 'next_action_on']);

/** One application. It is drawn again only when something of it changed. */
export class JobRow extends Component<JobRowProps> {
  override shouldComponentUpdate(next: JobRowProps): boolean {
    return Object.entries(next).some(([name, value]) => value !== this.props[name as keyof JobRowProps]);
  }

  render({ index, active }: JobRowProps) {
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus, as the ARIA grid pattern has it
      <div class="row" role="row" aria-rowindex={index + 2} style={`transform: translateY(${index * ROW}px)`}>
        {JOB_COLUMNS.map(({ name, width }, column) => (
          <div
            key={name}
            class={name === application.titleField ? 'cell title' : 'cell'}
            role="gridcell"
            aria-colindex={column + 1}
            tabIndex={column === active ? 0 : -1}
            style={`width: ${width}px`}
          >
            {this.#value(name)}
          </div>
        ))}
      </div>
    );
  }

  #value(name: string): ComponentChildren {
    const { record, today, href, words } = this.props;
    const isOver = stageOf(record) === 'closed' && NEXT.has(name);
    const text = isOver ? '' : toText(record[name]);
    switch (name) {
      case 'position':
        return (
          <a href={href} tabIndex={-1}>
            {marked(text, words)}
          </a>
        );
      case 'company':
        return text ? marked(text, words) : <span class="unknown">{say.pipeline.unknownClient}</span>;
      case 'stage':
        return this.#stage();
      case IN_STAGE:
        return standingWords(record, today);
      case 'next_action_on':
        return text && followUpWords(text, today);
      case 'deadline':
        return deadlineWords(record, today);
      case 'outcome':
        return outcomeWords(record);
      case 'applied_on':
        return text && dateWords(text);
      default:
        return marked(text, words);
    }
  }

  #stage() {
    const { record, stages, mover } = this.props;
    const now = stageOf(record);
    const name = stages.find(({ stage }) => stage === now)?.name ?? now;
    return moveButton({ record, mover, tabIndex: -1, label: name });
  }
}
