import { type Application, application } from '../../domain/application.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import type { Ref } from '../sync/change.ts';
import type { Replica } from '../sync/replica.ts';

/** What names an application to the replica. */
export function refOf(record: AnyRecord): Ref {
  return { type: application.type, id: toText(record[application.idField]) };
}

/** A record of the collection of applications with the types of its fields: the replica holds what the schema let through. */
export function asApplication(record: AnyRecord): Application {
  return record as Application & AnyRecord;
}

/** All applications that there are. */
export function* allApplications(replica: Pick<Replica, 'collection'>): Generator<Application> {
  for (const record of replica.collection(application.type).all()) yield asApplication(record);
}
