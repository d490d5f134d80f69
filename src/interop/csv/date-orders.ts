import { type DateOrder, isAmbiguous, ordersOf } from './read-date.ts';

/** How the dates of a column are read, and whether that is a guess: none of them tells. */
export interface DateDecision {
  readonly order: DateOrder;
  readonly isGuessed: boolean;
}

/** What the dates of one column say of their order. */
export class DateVotes {
  private dayFirst = 0;
  private monthFirst = 0;
  private either = 0;
  private dotted = 0;
  private serial = 0;
  private others = 0;

  add(text: string): void {
    const orders = ordersOf(text);
    if (orders[0] === 'serial') this.serial++;
    else this.others++;
    if (/^\d+\.\s*\d+\./.test(text)) this.dotted++;
    if (orders.length > 1) this.either += isAmbiguous(text) ? 1 : 0;
    else if (orders[0] === 'day_first') this.dayFirst++;
    else if (orders[0] === 'month_first') this.monthFirst++;
  }

  /** @param usual the order where the column does not tell: that of other columns, or of the place where the person is */
  decision(usual: DateOrder): DateDecision {
    if (this.serial > 0 && this.others === 0) return { order: 'serial', isGuessed: false };
    if (this.dayFirst + this.monthFirst > 0) return { order: this.told, isGuessed: false };
    if (this.dotted > 0) return { order: 'day_first', isGuessed: false };
    return { order: usual, isGuessed: this.either > 0 };
  }

  /** Whether a date in it can be read in one order only, so that other columns of the table go by it. */
  get tells(): DateOrder | undefined {
    return this.dayFirst + this.monthFirst > 0 ? this.told : undefined;
  }

  private get told(): DateOrder {
    return this.monthFirst > this.dayFirst ? 'month_first' : 'day_first';
  }
}

/** The order that is usual where a time zone is, and with what a table is separated by there. */
export function usualOrder(zone: string, separator: string): DateOrder {
  return /^(?:America|US)\//.test(zone) && separator !== ';' ? 'month_first' : 'day_first';
}
