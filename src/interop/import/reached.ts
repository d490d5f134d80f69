import { type CalendarDate, compareMoments, type Moment, momentOf } from '../../domain/dates.ts';
import { isEqual } from '../../domain/json.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import type { Drafts } from './drafts.ts';
import { nounOfFound } from './entry.ts';
import type { FoundType } from './found.ts';
import { textOf } from './identity.ts';
import type { Work } from './work.ts';

const TYPES: Readonly<Record<string, FoundType>> = { contacts: 'contacts', applications: 'applications' };

/** Days alone and moments have no one order: a second time over all of them finds what the first left. */
const TIMES = 2;

/**
 * Makes the edits that conversations mean for their contacts and applications, as the server would: it then finds nothing
 * to do, and what the import did is told in full by its steps.
 */
export function* carryOutEffects(drafts: Drafts, today: CalendarDate): Work<void> {
  const written: Written[] = [];
  for (const [key, interaction] of drafts.written('interactions')) {
    written.push({ key, interaction, moment: momentOf(textOf(interaction.occurred_at)) });
    yield;
  }
  written.sort((one, other) => compareMoments(one.moment, other.moment));
  for (let time = 0; time < TIMES; time++) {
    for (const { key, interaction } of written) {
      reach(drafts, key, interaction, today);
      yield;
    }
  }
}

interface Written {
  readonly key: string;
  readonly interaction: AnyRecord;
  readonly moment: Moment;
}

function reach(drafts: Drafts, key: string, interaction: AnyRecord, today: CalendarDate): void {
  for (const { type, id, edit } of nounOfFound('interactions').effects?.(interaction) ?? []) {
    const found = TYPES[type];
    const standing = found && drafts.get(found, id);
    const asked = standing ? edit(standing) : null;
    if (!found || !standing || !asked) continue;
    const isNews = Object.entries(asked.record).some(([name, value]) => !isEqual(standing[name], value));
    if (isNews) drafts.edit(key, found, id, asked.record, asked.on ?? today);
  }
}
