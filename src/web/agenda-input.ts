import type { AgendaInput } from '../domain/agenda-item.ts';
import { application } from '../domain/application.ts';
import type { CadenceRule } from '../domain/cadence-row.ts';
import { contact } from '../domain/contact.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { rowsOf } from '../domain/history.ts';
import { interaction } from '../domain/interaction.ts';
import { SETTINGS_ID, settings } from '../domain/settings.ts';
import { task } from '../domain/task.ts';
import { recordsOf } from './records-of.ts';
import type { Replica } from './sync/replica.ts';

/** What the agenda of a workspace is made from. Read in a signal's computation, it is read again after every change. */
export function agendaInput(replica: Pick<Replica, 'collection'>, today: CalendarDate): AgendaInput {
  return {
    contacts: recordsOf(replica, contact),
    applications: recordsOf(replica, application),
    interactions: recordsOf(replica, interaction),
    tasks: recordsOf(replica, task),
    rules: rulesOf(replica),
    today,
  };
}

function rulesOf(replica: Pick<Replica, 'collection'>): readonly CadenceRule[] {
  const collection = replica.collection(settings.type);
  collection.revision.value;
  return rowsOf<CadenceRule>(collection.get(SETTINGS_ID), 'cadence');
}
