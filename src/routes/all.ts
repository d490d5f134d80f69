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
import type { DesktopServices } from './desktop-services.ts';
import { docs } from './docs.ts';
import { editRecord } from './edit.ts';
import type { FeedServices } from './feed-services.ts';
import { getRecord } from './get.ts';
import { health } from './health.ts';
import { listRecords } from './list.ts';
import { mailAccount } from './mail-account.ts';
import { takeNotices } from './notices.ts';
import { openApi } from './openapi.ts';
import type { EmailServices, ReachServices, ReminderServices, UnsubscribeServices } from './reminder-services.ts';
import { getReminders } from './reminders.ts';
import { keepReminderDevice } from './reminders-device.ts';
import { endReminderDevice } from './reminders-device-end.ts';
import { keepReminderEmail } from './reminders-email.ts';
import { endReminderEmail } from './reminders-email-end.ts';
import { tryReminder } from './reminders-trial.ts';
import { removeRecord } from './remove.ts';
import { replaceRecord } from './replace.ts';
import { restoreRecord } from './restore.ts';
import { unsubscribe } from './unsubscribe.ts';

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

/** Those about how a person is reached. */
export const reachRoutes: readonly Route<ReachServices>[] = [getReminders, keepReminderDevice, endReminderDevice];

/** Those about the address that is known by the login, which only the cloud has. */
export const emailRoutes: readonly Route<EmailServices>[] = [keepReminderEmail, endReminderEmail];

/** What the reminders of both homes need. */
type BothHomes = FeedServices & ReminderServices;

/** The routes of both homes that the documents describe. */
const everywhere: readonly Route<BothHomes>[] = [...recordRoutes, ...feedRoutes, ...reachRoutes, tryReminder];

/** Every route that both homes have. */
export const routes: readonly Route<BothHomes>[] = [...everywhere, ...documents(documentOf(everywhere))];

/** Those about what only a laptop has: its desktop, and an account of mail. */
const desktopRoutes: readonly Route<DesktopServices>[] = [mailAccount, takeNotices];

/** Every route of the laptop. */
export const laptopRoutes: readonly Route<BothHomes & DesktopServices>[] = [
  ...everywhere,
  ...desktopRoutes,
  ...documents(documentOf([...everywhere, ...desktopRoutes])),
];

/** Those about accounts, which only the cloud has. */
export const accountRoutes: readonly Route<CloudServices>[] = [
  getAccount,
  visitAccount,
  makeRecoveryCode,
  deleteAccount,
  openClaim,
  redeemClaim,
];

/** Those that only the cloud has. */
const cloudOnly: readonly Route<CloudServices & EmailServices & UnsubscribeServices>[] = [
  ...accountRoutes,
  ...emailRoutes,
  unsubscribe,
];

/** The document of the cloud's routes. */
export const cloudDocument: DocumentOf = documentOf([...everywhere, ...cloudOnly]);

/** Every route of the cloud. */
export const cloudRoutes: readonly Route<BothHomes & CloudServices & UnsubscribeServices>[] = [
  ...everywhere,
  ...cloudOnly,
  ...documents(cloudDocument),
];

function documentOf(described: readonly Described[]): DocumentOf {
  return (nouns) => openApiDocument(described, nouns);
}

function documents(document: DocumentOf): readonly Route[] {
  return [openApi(document), docs(document)];
}
