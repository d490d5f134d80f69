/** How one gets a file out of the programs that people use: it loads with that. */
export const enWays = [
  [
    'LinkedIn',
    'Settings → Data privacy → Get a copy of your data. The ZIP comes by e-mail, in minutes or within a day.',
  ],
  ['Google Contacts', 'contacts.google.com → Export → Google CSV or vCard.'],
  ['Outlook contacts', 'People → Manage contacts → Export contacts.'],
  ['iPhone, Mac', 'icloud.com → Contacts → select all → Export vCard.'],
  ['A spreadsheet', 'Save or download it as CSV; the first row names the columns, in whatever words.'],
  ['Gmail', 'Open a message → ⋮ → Download message. A whole label: takeout.google.com, Mail only.'],
  ['Outlook, Thunderbird', 'Save or download a message as EML.'],
  ['Google Calendar', 'Settings → Import & export → Export: a ZIP, which can be read as it is.'],
] as const;
