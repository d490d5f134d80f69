import type { AgendaInput, AgendaTask } from '../../domain/agenda-item.ts';
import { application } from '../../domain/application.ts';
import type { CadenceRule } from '../../domain/cadence-rules.ts';
import { contact } from '../../domain/contact.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import { rowsOf } from '../../domain/history.ts';
import { interaction } from '../../domain/interaction.ts';
import { type AnyRecord, completer, type Noun, type RecordOf } from '../../domain/noun.ts';
import { SETTINGS_ID, settings } from '../../domain/settings.ts';
import { task } from '../../domain/task.ts';
import type { Replica } from '../sync/replica.ts';

const complete = completer([contact, application, interaction, task]);
const completed = new WeakMap<AnyRecord, AnyRecord>();

/** What the agenda of a workspace is made from. Read in a signal's computation, it is read again after every change. */
export function agendaInput(replica: Replica, today: CalendarDate): AgendaInput {
  const tasks: readonly AgendaTask[] = allOf(replica, task);
  return {
    contacts: allOf(replica, contact),
    applications: allOf(replica, application),
    interactions: allOf(replica, interaction),
    tasks,
    rules: rulesOf(replica),
    today,
  };
}

function rulesOf(replica: Replica): readonly CadenceRule[] {
  const collection = replica.collection(settings.type);
  collection.revision.value;
  return rowsOf<CadenceRule>(collection.get(SETTINGS_ID), 'cadence');
}

function allOf<N extends Noun>(replica: Replica, noun: N): readonly RecordOf<N>[] {
  const collection = replica.collection(noun.type);
  collection.revision.value;
  return [
    ...collection
      .all()
      .map((record) => whole(noun, record))
      .filter((record) => isOf(noun, record)),
  ];
}

/** With every field of its noun, also where it was kept before its noun got them; the same object each time. */
function whole({ type }: Noun, record: AnyRecord): AnyRecord {
  const known = completed.get(record) ?? complete(type, record);
  completed.set(record, known);
  return known;
}

/** Its values were checked by the schema of its noun when it came in. */
function isOf<N extends Noun>(noun: N, record: AnyRecord): record is AnyRecord & RecordOf<N> {
  return typeof record[noun.idField] === 'string';
}
