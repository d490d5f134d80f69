/** What is said of reminders on the desktop. */
export const enDesktop = {
  told: (title: string, first: string) => (first === '' ? title : `${title}: ${first}`),
  show: 'Show it',
};
