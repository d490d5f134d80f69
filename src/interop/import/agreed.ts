import { type Entry, nounOfFound } from './entry.ts';

/**
 * An application whose stage and outcome agree: one with an outcome is closed, and what contradicts the rest goes into the
 * notes. Said before it is compared with what stands, so that it is the same when it comes again.
 */
export function agreed(entry: Entry): Entry {
  const { stage, outcome, stage_history } = entry.values;
  if (entry.type !== 'applications' || stage_history !== undefined) return entry;
  if (outcome !== undefined && stage === undefined) return { ...entry, values: { ...entry.values, stage: 'closed' } };
  if (outcome !== undefined && stage !== 'closed')
    return without(entry, 'outcome', 'Only a closed application has one.');
  return stage === 'closed' && outcome === undefined ? without(entry, 'stage', 'It does not say how it ended.') : entry;
}

function without(entry: Entry, name: string, why: string): Entry {
  const { [name]: value, ...values } = entry.values;
  const label = nounOfFound(entry.type).fields[name]?.label ?? name;
  const detail = `${label} “${value}” is kept in the notes. ${why}`;
  return {
    ...entry,
    values,
    remarks: [...entry.remarks, { label, value: String(value) }],
    told: [...entry.told, { code: 'bad_value', field: name, detail }],
  };
}
