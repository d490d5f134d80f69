import type { CalendarDate } from '../../domain/dates.ts';
import type { Control, Field } from '../../domain/field.ts';
import { OUTCOMES } from '../../domain/stages.ts';
import { CHOICE_WORDS } from './choice-words.ts';
import type { DateDecision } from './date-orders.ts';
import { isAmbiguous, readDate } from './read-date.ts';
import { currencyIn, isAllSaid, readSalary } from './read-salary.ts';
import type { RowDraft } from './row-draft.ts';
import { standingOf } from './stage-words.ts';

/** A cell that is not empty, and how its column is read. */
export interface Cell {
  readonly text: string;
  /** What the column is called: the label of a remark. */
  readonly label: string;
  readonly dates: DateDecision;
  readonly today: CalendarDate;
}

/** Fields that tell what has happened: their dates are not in the future. */
const PAST: readonly string[] = ['applied_on', 'last_contacted', 'occurred_at', 'done_at'];

const EMAIL = /[^\s<>,;:"()[\]]+@[^\s<>,;:"()[\]@]+\.[^\s<>,;:"()[\]@]+/g;
const BARE_HOST = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/?#:].*)?$/u;
const ORDER_WORDS = {
  day_first: 'day first',
  month_first: 'month first',
  year_first: 'year first',
  serial: 'days',
} as const;

type Reader = (draft: RowDraft, name: string, cell: Cell, field: Field | undefined) => void;

const BY_NAME: Readonly<Record<string, Reader>> = {
  name: readName,
  salary: readSalaryCell,
  stage: readStanding,
  outcome: readStanding,
  salary_currency: (draft, name, cell) => putOrRemark(draft, name, currencyIn(cell.text), cell),
};

const BY_CONTROL: Readonly<Partial<Record<Control, Reader>>> = {
  tags: (draft, _, { text, label }) => draft.addTags(tagsIn(text), label),
  date: readDateCell,
  date_time: readDateCell,
  choice: (draft, name, cell, field) => putOrRemark(draft, name, choiceIn(name, field, cell.text), cell),
  number: (draft, name, cell) => putOrRemark(draft, name, numberIn(name, cell.text), cell),
  url: readUrl,
  email: readEmails,
  tel: readSeveral,
  entries: (draft, _, { text, label }) => draft.remark(label, text),
  flag: (draft, _, { text, label }) => draft.remark(label, text),
};

/** Reads a cell into a field of the draft; what the field cannot hold is kept as a remark. */
export function readCell(draft: RowDraft, name: string, field: Field | undefined, cell: Cell): void {
  const reader = BY_NAME[name] ?? (field && BY_CONTROL[field.control]);
  if (reader) reader(draft, name, cell, field);
  else draft.put(name, cell.text, cell.label);
}

function putOrRemark(draft: RowDraft, name: string, value: unknown, { text, label }: Cell): void {
  if (value === undefined) draft.remark(label, text);
  else draft.put(name, value, label);
}

function readSalaryCell(draft: RowDraft, _: string, { text, label }: Cell): void {
  const salary = readSalary(text);
  const currency = currencyIn(label);
  if (!salary || !isAllSaid(text)) draft.remark(label, text);
  if (!salary) return;
  for (const [name, value] of Object.entries(salary)) draft.put(name, value, label);
  if (currency && !salary.salary_currency) draft.put('salary_currency', currency, label);
}

/** The first of several columns tells where it stands, but what closes an application counts in any of them. */
function readStanding(draft: RowDraft, name: string, { text, label }: Cell): void {
  const outcome = Object.entries(OUTCOMES).find(([key, words]) => key === text || words === text)?.[0];
  const standing = outcome === undefined ? standingOf(text) : { stage: 'closed', outcome };
  const { stage, outcome: before } = draft.fields;
  const isSecond = stage !== undefined && (before !== undefined || standing?.stage !== 'closed');
  if (!standing || isSecond || (name === 'outcome' && !standing.outcome)) {
    const isSaid = standing && standing.stage === stage && (standing.outcome ?? before) === before;
    if (!isSaid) draft.remark(label, text);
    return;
  }
  draft.fields.stage = standing.stage;
  if (standing.outcome) draft.fields.outcome = standing.outcome;
}

function readDateCell(draft: RowDraft, name: string, { text, label, dates, today }: Cell, field?: Field): void {
  const at = readDate(text, { order: dates.order, today, isPast: PAST.includes(name) });
  if (at === undefined) draft.remark(label, text);
  else draft.put(name, field?.control === 'date' ? at.slice(0, 10) : at, label);
  const isGuess = at !== undefined && dates.isGuessed && isAmbiguous(text);
  if (isGuess) draft.remark(label, `${text} (read as ${ORDER_WORDS[dates.order]})`);
}

function choiceIn(name: string, field: Field | undefined, text: string): string | undefined {
  const choices = field?.choices ?? {};
  const own = Object.entries(choices).find(([key, label]) => key === text || label === text)?.[0];
  return own ?? CHOICE_WORDS[name]?.(text);
}

function numberIn(name: string, text: string): number | undefined {
  if (/^-?\d+$/.test(text)) return Number(text);
  const salary = readSalary(text);
  return name === 'salary_max' ? salary?.salary_max : salary?.salary_min;
}

function readUrl(draft: RowDraft, name: string, cell: Cell): void {
  for (const text of cell.text.split(' ::: ')) {
    const url = urlIn(text.trim());
    const isWrong = url === undefined || (name === 'linkedin_url' && !isLinkedIn(url));
    if (isWrong) draft.remark(cell.label, text);
    else draft.put(name, url, cell.label);
    if (!isWrong && /\s/.test(text.trim())) draft.remark(cell.label, text);
  }
}

/** The web address in a text; `https://` goes before one that has no scheme. */
function urlIn(text: string): string | undefined {
  const written = /https?:\/\/[^\s<>"]+/i.exec(text)?.[0];
  const url = written ?? (BARE_HOST.test(text) && !text.includes(' ') ? `https://${text}` : undefined);
  return url !== undefined && URL.canParse(url) ? url : undefined;
}

function isLinkedIn(url: string): boolean {
  return /(?:^|\.)linkedin\.com$/i.test(new URL(url).hostname);
}

/** `Tom Reed (tom@fabrikam.example)`: who keeps one column for a person writes the address there, too. */
function readName(draft: RowDraft, name: string, { text, label }: Cell): void {
  const [email] = text.match(EMAIL) ?? [];
  const rest =
    email === undefined
      ? text
      : text
          .replace(email, '')
          .replace(/[<>()[\],;:\s]+$/, '')
          .trim();
  if (rest !== '') draft.put(name, rest, label);
  if (email !== undefined) draft.put('email', email, label);
}

function readEmails(draft: RowDraft, name: string, { text, label }: Cell): void {
  const all = text.match(EMAIL) ?? [];
  for (const one of all) draft.put(name, one, label);
  const rest = text.replace(EMAIL, '').replace(/mailto:|:::/gi, '');
  if (/[\p{L}\p{N}]/u.test(rest) || all.length === 0) draft.remark(label, text);
}

function readSeveral(draft: RowDraft, name: string, { text, label }: Cell): void {
  for (const one of text.split(' ::: ')) draft.put(name, one.trim(), label);
}

/** Google puts its own groups in front of those of the person, each after a star. */
function tagsIn(text: string): readonly string[] {
  const all = text.split(/ ::: |[,;|\n]/).map((tag) => tag.trim().replace(/^\* /, ''));
  return all.filter((tag) => tag !== '' && tag !== '*' && !/^my ?contacts$/i.test(tag));
}
