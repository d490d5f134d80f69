import { Component } from 'preact';
import type { CalendarDate } from '../../../domain/dates.ts';
import { type AnyRecord, idOf, type Noun } from '../../../domain/noun.ts';
import { toText } from '../../../domain/typed-text.ts';
import { say } from '../../words/say.ts';
import { CellEditor } from './cell-editor.tsx';
import { cellValue, exactValue } from './cell-value.tsx';
import type { Grid } from './grid.ts';
import { ROW } from './row-height.ts';
import type { Column } from './widths.ts';

interface RowProps {
  readonly noun: Noun;
  readonly record: AnyRecord;
  readonly index: number;
  readonly columns: readonly Column[];
  /** The column of the active cell, where it is in this row. */
  readonly active: number | null;
  readonly isEditing: boolean;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly today: CalendarDate;
  /** Those to mark. */
  readonly words: readonly string[];
  readonly grid: Grid;
}

/** One contact. It is drawn again only when something of it changed: scrolling and typing draw no row twice. */
export class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    return Object.entries(next).some(([name, value]) => value !== this.props[name as keyof RowProps]);
  }

  render({ noun, record, index, columns, isEditing, isSelected, isOpen }: RowProps) {
    const title = toText(record[noun.titleField]);
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus, as the ARIA grid pattern has it
      <div
        class={isEditing ? 'row editing' : 'row'}
        role="row"
        aria-rowindex={index + 2}
        aria-selected={isSelected}
        aria-current={isOpen || undefined}
        style={`transform: translateY(${index * ROW}px)`}
      >
        {this.#check(title)}
        {columns.map((column, place) => this.#cell(column, place))}
        {this.#tool(title)}
      </div>
    );
  }

  /** Its cell is what is pressed: the box only shows what stands. */
  #check(title: string) {
    const { active, isSelected } = this.props;
    return (
      <div class="cell check" role="gridcell" aria-colindex={1} tabIndex={active === -1 ? 0 : -1}>
        <input type="checkbox" tabIndex={-1} aria-label={say.select.one(title)} checked={isSelected} />
      </div>
    );
  }

  #cell(column: Column, place: number) {
    const { noun, record, active, isEditing, today, words, grid } = this.props;
    const { name, field, width } = column;
    const isEdited = place === active && isEditing;
    return (
      <div
        key={name}
        class={name === noun.titleField ? 'cell title' : 'cell'}
        role="gridcell"
        aria-colindex={place + 2}
        tabIndex={place === active && !isEdited ? 0 : -1}
        title={exactValue(field, record[name])}
        style={`width: ${width}px`}
      >
        {isEdited ? (
          <CellEditor key={idOf(noun, record)} noun={noun} record={record} column={column} grid={grid} />
        ) : (
          cellValue({ noun, record, name, today, words })
        )}
      </div>
    );
  }

  #tool(title: string) {
    const { columns, active } = this.props;
    const isActive = active === columns.length;
    return (
      <div class="cell tool" role="gridcell" aria-colindex={columns.length + 2} tabIndex={isActive ? 0 : -1}>
        <button type="button" class="quiet" tabIndex={-1} aria-label={say.contacts.delete(title)} />
      </div>
    );
  }
}
