/** What is said of reminders on the desktop. */
export const enDesktop = {
  told: (title: string, body: string) => (body === '' ? title : `${title}: ${body.replaceAll('\n', '; ')}`),
  show: 'Show it',
};
