import { type Described, type DocumentOf, openApiDocument } from '../http/openapi.ts';
import type { Route } from '../http/route.ts';
import { getAccount } from './account.ts';
import { deleteAccount } from './account-delete.ts';
import { makeRecoveryCode } from './account-recovery.ts';
import { visitAccount } from './account-visit.ts';
import { batchChanges } from './batch.ts';
import { calendar } from './calendar.ts';
import { calendarFeed } from './calendar-feed.ts';
import { makeCalendarFeed } from './calendar-feed-make.ts';
import { revokeCalendarFeed } from './calendar-feed-revoke.ts';
import { listChanges } from './changes.ts';
import { openClaim } from './claim.ts';
import { redeemClaim } from './claim-redeem.ts';
import type { CloudServices } from './cloud-services.ts';
import { createRecord } from './create.ts';
import { docs } from './docs.ts';
import { editRecord } from './edit.ts';
import type { FeedServices } from './feed-services.ts';
import { getRecord } from './get.ts';
import { health } from './health.ts';
import { listRecords } from './list.ts';
import { openApi } from './openapi.ts';
import { removeRecord } from './remove.ts';
import { replaceRecord } from './replace.ts';
import { restoreRecord } from './restore.ts';

/** Those about records. */
export const recordRoutes: readonly Route[] = [
  listRecords,
  createRecord,
  getRecord,
  replaceRecord,
  editRecord,
  removeRecord,
  restoreRecord,
  batchChanges,
  listChanges,
  health,
];

/** Those about calendars to subscribe to: their functions have feeds besides. */
export const feedRoutes: readonly Route<FeedServices>[] = [
  calendarFeed,
  makeCalendarFeed,
  revokeCalendarFeed,
  calendar,
];

/** The routes of both homes that the documents describe. */
const everywhere: readonly Route<FeedServices>[] = [...recordRoutes, ...feedRoutes];

/** Every route of the laptop. */
export const routes: readonly Route<FeedServices>[] = [...everywhere, ...documents(documentOf(everywhere))];

/** Those about accounts, which only the cloud has. */
export const accountRoutes: readonly Route<CloudServices>[] = [
  getAccount,
  visitAccount,
  makeRecoveryCode,
  deleteAccount,
  openClaim,
  redeemClaim,
];

/** The document of the cloud's routes. */
export const cloudDocument: DocumentOf = documentOf([...everywhere, ...accountRoutes]);

/** Every route of the cloud. */
export const cloudRoutes: readonly Route<FeedServices & CloudServices>[] = [
  ...everywhere,
  ...accountRoutes,
  ...documents(cloudDocument),
];

function documentOf(described: readonly Described[]): DocumentOf {
  return (nouns) => openApiDocument(described, nouns);
}

function documents(document: DocumentOf): readonly Route[] {
  return [openApi(document), docs(document)];
}
