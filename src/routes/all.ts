import { type Described, type DocumentOf, openApiDocument } from '../http/openapi.ts';
import type { Route, Services } from '../http/route.ts';
import { getAccount } from './account.ts';
import { deleteAccount } from './account-delete.ts';
import { makeRecoveryCode } from './account-recovery.ts';
import { visitAccount } from './account-visit.ts';
import { batchChanges } from './batch.ts';
import { listChanges } from './changes.ts';
import { openClaim } from './claim.ts';
import { redeemClaim } from './claim-redeem.ts';
import type { CloudServices } from './cloud-services.ts';
import { createRecord } from './create.ts';
import { docs } from './docs.ts';
import { editRecord } from './edit.ts';
import { getRecord } from './get.ts';
import { health } from './health.ts';
import { listRecords } from './list.ts';
import { openApi } from './openapi.ts';
import { removeRecord } from './remove.ts';
import { replaceRecord } from './replace.ts';
import { restoreRecord } from './restore.ts';

/** The routes of both homes that the documents describe. */
const everywhere: readonly Route[] = [
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

/** Every route of the laptop. */
export const routes: readonly Route[] = [...everywhere, ...documents(documentOf(everywhere))];

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
export const cloudRoutes: readonly Route<Services & CloudServices>[] = [
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
