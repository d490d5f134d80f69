/** What is said of notifications by push; the service worker says some of it, too. */
export const enPush = {
  plainTitle: 'Touchbase',
  plainBody: 'Something is due. Open Touchbase to see it.',
  notReady: 'This browser is not ready for notifications yet. Load the page again, then try once more.',
  notSubscribed: (reason: string) =>
    `This browser could not sign up with its push service: ${reason} Some browsers have that switched off, and some networks block it.`,
};
