import type { CalendarDate } from '../../domain/dates.ts';
import type { FieldError } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import { STAGE_KEYS, stageRank } from '../../domain/stages.ts';
import type { Drafts } from './drafts.ts';
import { type Entry, nounOfFound } from './entry.ts';
import type { Remark } from './found.ts';
import type { Told } from './plan.ts';
import { NOTES, withRemarks } from './remarks.ts';

/** So often are values that contradict each other put among the remarks. */
const ATTEMPTS = 4;

export type Created = { readonly told: readonly Told[] } | { readonly errors: readonly FieldError[] };

/** Creates the record of an entry; values that contradict others go into its notes. */
export function createFrom(drafts: Drafts, entry: Entry, id: string, today: CalendarDate): Created {
  const values: Record<string, unknown> = { ...entry.values };
  const remarks: Remark[] = [...entry.remarks];
  const told: Told[] = [...entry.told];
  let errors: readonly FieldError[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    errors = drafts.create(entry.key, entry.type, id, fieldsOf(entry, values, remarks, today), today);
    const wrong = contradicting(entry, errors).filter(({ field }) => values[field] !== undefined);
    if (errors.length === 0) return { told: [...told, ...cutOf(entry, values, remarks)] };
    if (wrong.length === 0) break;
    for (const { field, detail } of wrong) {
      const label = nounOfFound(entry.type).fields[field]?.label ?? field;
      remarks.push({ label, value: textOfValue(values[field]) });
      told.push({ code: 'bad_value', field, detail: `${label} is kept in the notes. ${detail}` });
      delete values[field];
    }
  }
  return { errors };
}

/** Where a stage and how it ended contradict each other, neither can be believed. */
function contradicting({ type }: Entry, errors: readonly FieldError[]): readonly FieldError[] {
  const { field: history = '', of = [] } = nounOfFound(type).history ?? {};
  return errors.flatMap((error) =>
    [history, ...of].includes(error.field) ? [...of, history].map((field) => ({ ...error, field })) : [error],
  );
}

function textOfValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function fieldsOf({ type }: Entry, values: JsonObject, remarks: readonly Remark[], today: CalendarDate): JsonObject {
  const notes = notesOf(type, values, remarks);
  const fields = { ...values, ...(notes !== null && { [NOTES[type]]: notes }) };
  if (type === 'contacts') return values.email === undefined ? { ...fields, needs_email: true } : fields;
  return type === 'applications' ? { ...fields, ...historyOf(values, today) } : fields;
}

function notesOf(type: Entry['type'], values: JsonObject, remarks: readonly Remark[]): string | null {
  const added = values[NOTES[type]];
  const limit = nounOfFound(type).fields[NOTES[type]]?.maxLength ?? 0;
  return withRemarks(null, typeof added === 'string' ? added : null, remarks, limit);
}

/** An application that went further since it was sent has a history of both. */
function historyOf({ stage, outcome = null, applied_on, stage_history }: JsonObject, today: CalendarDate): JsonObject {
  const key = STAGE_KEYS.find((one) => one === stage);
  const isFurther = key !== undefined && stageRank(key) > stageRank('applied');
  if (!isFurther || stage_history !== undefined || typeof applied_on !== 'string' || applied_on > today) return {};
  const applied = { stage: 'applied', outcome: null, on: applied_on };
  return { stage_history: [applied, { stage, outcome, on: today }] };
}

function cutOf({ type }: Entry, values: JsonObject, remarks: readonly Remark[]): readonly Told[] {
  const notes = notesOf(type, values, remarks);
  const isCut =
    remarks.some(({ value }) => !notes?.includes(value)) || !notes?.includes(String(values[NOTES[type]] ?? ''));
  const label = nounOfFound(type).fields[NOTES[type]]?.label ?? '';
  return notes !== null && isCut
    ? [{ code: 'cut', field: NOTES[type], detail: `${label} was too long and was cut.` }]
    : [];
}
