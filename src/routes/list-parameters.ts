import * as v from 'valibot';
import { isCalendarDate } from '../domain/dates.ts';
import { DUE_SPANS } from '../domain/follow-up.ts';
import { filterFields, type Order } from '../domain/listing.ts';
import type { Noun } from '../domain/noun.ts';
import type { QueryParameter } from '../http/route.ts';
import { limitParameter, textParameter } from './parameters.ts';

/** What a list of a noun can be asked for. */
export function listParameters(noun: Noun) {
  return {
    q: textParameter(
      'Words to search for in all text: each must begin a word of the record; case and accents do not matter.',
    ),
    ...filterParameters(noun),
    ...dueParameters(noun),
    sort: sortParameter(noun),
    limit: limitParameter(100, 1000),
    cursor: textParameter('Where the page begins: as the `Link` of the last page has it.'),
  };
}

function filterParameters({ fields }: Noun): Readonly<Record<string, QueryParameter<string | undefined>>> {
  const entries = filterFields(fields).map(({ name, parameter }) => {
    const { control, choices = {} } = fields[name] ?? {};
    const keys = control === 'flag' ? ['true', 'false'] : Object.keys(choices);
    const wrong = `Choose one of: ${keys.join(', ')}.`;
    const text = v.pipe(v.string(), v.toLowerCase(), v.picklist(keys, wrong));
    const value = v.optional(keys.length > 0 ? text : v.string());
    const schema = { type: 'string', ...(keys.length > 0 && { enum: keys }) };
    return [
      parameter,
      { description: `Only those with this in \`${name}\`; case and accents do not matter.`, value, schema },
    ];
  });
  return Object.fromEntries(entries);
}

/** None for a noun that is never due. */
function dueParameters({ dueField }: Noun): Partial<ReturnType<typeof parametersOfDue>> {
  return dueField === undefined ? {} : parametersOfDue(dueField);
}

function parametersOfDue(dueField: string) {
  return { due: dueParameter(dueField), today: todayParameter };
}

function dueParameter(dueField: string) {
  return {
    description: `Only those whose \`${dueField}\` is before today, today, or within the week that begins today.`,
    value: v.optional(v.picklist(DUE_SPANS, `Choose one of: ${DUE_SPANS.join(', ')}.`)),
    schema: { type: 'string', enum: DUE_SPANS },
  };
}

const todayParameter = {
  description: 'The calendar date where the person is, for `due`; by default, where the server is.',
  value: v.optional(v.pipe(v.string(), v.check(isCalendarDate, 'Send a date as YYYY-MM-DD.'))),
  schema: { type: 'string', format: 'date' },
};

function sortParameter(noun: Noun) {
  const names = Object.keys(orders(noun)).flatMap((name) => [name, `-${name}`]);
  const wrong = `The server can sort by: ${names.join(', ')}.`;
  return {
    description: `The order; with \`-\` the other way round.${neverDue(noun)}`,
    value: v.optional(v.picklist(names, wrong), 'created'),
    schema: { type: 'string', enum: names, default: 'created' },
  };
}

function neverDue({ dueField }: Noun): string {
  return dueField === undefined ? '' : ` Without a \`${dueField}\` a record sorts as if it were due after all others.`;
}

function orders({ dueField }: Noun): Readonly<Record<string, Order>> {
  return { created: 'created', updated: 'updated', ...(dueField !== undefined && { [dueField]: 'due' }) };
}

/** The order that a value of `sort` names. */
export function orderOf(noun: Noun, sort: string): { readonly order: Order; readonly descending: boolean } {
  return { order: orders(noun)[sort.replace('-', '')] ?? 'created', descending: sort.startsWith('-') };
}
