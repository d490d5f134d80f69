import { counted } from './count.ts';

const contacts = (count: number) => counted('en', count, { one: 'contact', other: 'contacts' });
const applications = (count: number) => counted('en', count, { one: 'application', other: 'applications' });
const dates = (count: number) => counted('en', count, { one: 'date', other: 'dates' });

/** What is said where something is saved as a file. */
export const enSaving = {
  saving: {
    csv: 'Save as CSV…',
    as: 'Save as…',
    asCsv: 'A table (CSV)',
    asCards: 'Contact cards (vCard)',
    cardItem: 'Save as a contact card',
    more: (name: string) => `More for ${name}`,
    card: (name: string) => `Save ${name} as a contact card`,
    contactsAsCsv: (count: number) => `Save ${contacts(count)} as CSV…`,
    contactsAsCards: (count: number) => `Save ${contacts(count)} as contact cards…`,
    selectedAsCsv: (count: number) => `Save the selected ${contacts(count)} as CSV…`,
    selectedAsCards: (count: number) => `Save the selected ${contacts(count)} as contact cards…`,
    applicationsAsCsv: (count: number) => `Save ${applications(count)} as CSV…`,
    calendar: 'Save what lies ahead as a calendar…',
    calendarName: 'Touchbase',
    contactsSaved: (count: number, file: string) => `Saved ${contacts(count)} as ${file}`,
    applicationsSaved: (count: number, file: string) => `Saved ${applications(count)} as ${file}`,
    datesSaved: (count: number, file: string) => `Saved ${dates(count)} as ${file}`,
    nothingAhead: 'Nothing is planned from today on: there is no calendar to save.',
  },
};
