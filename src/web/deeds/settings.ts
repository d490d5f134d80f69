import type { JsonObject } from '../../domain/json.ts';
import { SETTINGS_ID, settings } from '../../domain/settings.ts';
import { creation, edition } from './edits.ts';
import type { Deed } from './history.ts';
import type { Doing } from './log.ts';

const REF = { type: settings.type, id: SETTINGS_ID };

/**
 * Changes the settings. Where there are none yet they are made first, empty, as every device makes them: that is no part
 * of the deed, so that undoing it leaves what was set since.
 */
export function editSettings({ replica, deeds }: Doing, label: string, values: JsonObject): Deed | null {
  const standing = replica.record(REF);
  if (standing === undefined) deeds.make([creation(REF.type, {}, REF.id)]);
  else if (standing.deleted_at !== null) deeds.make([{ ref: REF, operation: { op: 'restore' } }]);
  return deeds.do(label, [edition(REF, values)]);
}
