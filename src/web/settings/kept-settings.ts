import type { AnyRecord } from '../../domain/noun.ts';
import { SETTINGS_ID, settings } from '../../domain/settings.ts';
import type { Replica } from '../sync/replica.ts';

/** The settings as they stand; whoever draws them or computes with them does so again after a change. */
export function keptSettings(replica: Pick<Replica, 'collection' | 'record'>): AnyRecord | undefined {
  replica.collection(settings.type).revision.value;
  return replica.record({ type: settings.type, id: SETTINGS_ID });
}
