import { headerOf, type Mail } from './mail.ts';

/** Gmail writes its labels in the language of the account. */
const SPAM = /^(?:spam|junk|courrier indésirable|pourriel)$/i;
const TRASH = /^(?:trash|bin|papierkorb|corbeille)$/i;
const DRAFT = /^(?:drafts?|entwürfe|entwurf|brouillons?)$/i;
const SENT = /^(?:sent|gesendet|gesendete nachrichten|messages envoyés|envoyés?|éléments envoyés)$/i;

const MOZILLA_EXPUNGED = 0x0008;
const MOZILLA_IMAP_DELETED = 0x0020_0000;

/** Why a message is not part of what was said: it lies in the bin, or was never sent. Undefined where it is. */
export function asideOf(mail: Mail): 'spam' | 'deleted' | 'draft' | undefined {
  const labels = labelsOf(mail);
  const status = headerOf(mail, 'x-status');
  if (labels.some((label) => SPAM.test(label)) || /^yes\b/i.test(headerOf(mail, 'x-spam-flag'))) return 'spam';
  if (labels.some((label) => TRASH.test(label)) || isDeletedInThunderbird(mail) || status.includes('D'))
    return 'deleted';
  const isUnsent = headerOf(mail, 'x-unsent') === '1' || mail.headers.has('x-mozilla-draft-info');
  if (labels.some((label) => DRAFT.test(label)) || isUnsent || status.includes('T')) return 'draft';
  return undefined;
}

/** Whether Gmail says that the person sent it. */
export function isLabelledSent(mail: Mail): boolean {
  return labelsOf(mail).some((label) => SENT.test(label));
}

function labelsOf(mail: Mail): string[] {
  const labels = headerOf(mail, 'x-gmail-labels');
  return labels === '' ? [] : labels.split(',').map((label) => label.replace(/"/g, '').trim());
}

function isDeletedInThunderbird(mail: Mail): boolean {
  const flags = Number.parseInt(headerOf(mail, 'x-mozilla-status') || '0', 16);
  const more = Number.parseInt(headerOf(mail, 'x-mozilla-status2') || '0', 16);
  return (flags & MOZILLA_EXPUNGED) !== 0 || (more & MOZILLA_IMAP_DELETED) !== 0;
}
