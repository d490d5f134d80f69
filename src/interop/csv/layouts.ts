import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { interaction } from '../../domain/interaction.ts';
import { type Noun, SERVER_FIELDS } from '../../domain/noun.ts';
import { words } from '../../domain/search.ts';
import { task } from '../../domain/task.ts';
import type { FoundType } from '../import/found.ts';

/** A table that a program writes, told by its header. */
export interface Layout {
  /** As it is kept in the record of an import. */
  readonly id: string;
  readonly name: string;
  /** Names of columns that are all there in one of these lists, as `headerName` gives them. */
  readonly marks: readonly (readonly string[])[];
  readonly type: FoundType;
  /** Columns that are another field here than their name says elsewhere; null: of no use to anybody, undefined: a remark. */
  readonly columns?: Readonly<Record<string, string | null | undefined>>;
  /** What stands in a column that nobody filled in. */
  readonly blanks?: Readonly<Record<string, string>>;
}

/** Any other table. */
export const GENERIC: Omit<Layout, 'type'> = { id: 'table', name: 'Spreadsheet (CSV)', marks: [] };

export const GOOGLE: Layout = {
  id: 'google_contacts',
  name: 'Google Contacts',
  type: 'contacts',
  marks: [
    ['first name', 'last name', 'organization name', 'labels'],
    ['given name', 'family name', 'group membership'],
  ],
  columns: {
    name: 'contacts.name',
    photo: null,
    'organization 1 name': 'contacts.company',
    'organization title': undefined,
    location: undefined,
  },
};

export const OUTLOOK: Layout = {
  id: 'outlook',
  name: 'Outlook',
  type: 'contacts',
  marks: [
    ['first name', 'last name', 'e mail address', 'business phone'],
    ['vorname', 'nachname', 'e mail adresse', 'telefon geschaftlich'],
  ],
  columns: {
    'e mail type': null,
    'e mail 2 type': null,
    'e mail 3 type': null,
    'e mail typ': null,
    'e mail 2 typ': null,
    'e mail 3 typ': null,
    location: undefined,
    ort: undefined,
    keywords: undefined,
    stichworter: undefined,
  },
  blanks: {
    anniversary: '0/0/00',
    birthday: '0/0/00',
    gender: 'Unspecified',
    priority: 'Normal',
    private: 'False',
    sensitivity: 'Normal',
    jahrestag: '0.0.00',
    geburtstag: '0.0.00',
    geschlecht: 'Keine Angabe',
    prioritat: 'Normal',
    privat: 'Falsch',
    vertraulichkeit: 'Normal',
  },
};

export const HUBSPOT: Layout = {
  id: 'hubspot',
  name: 'HubSpot',
  type: 'contacts',
  marks: ['contact owner', 'lead status', 'lifecycle stage', 'create date', 'associated company'].map((other) => [
    'record id',
    'first name',
    'last name',
    'email',
    other,
  ]),
  columns: { 'record id': null, 'lifecycle stage': undefined },
};

export const JOBSYNC: Layout = {
  id: 'jobsync',
  name: 'JobSync',
  type: 'applications',
  marks: [['index', 'createdat', 'applieddate', 'company', 'jobtitle', 'jobtype']],
  columns: { index: null, applied: null },
  blanks: {
    createdat: 'N/A',
    applieddate: 'N/A',
    company: 'N/A',
    jobtitle: 'N/A',
    jobtype: 'Unknown',
    location: 'N/A',
    jobsource: 'N/A',
    status: 'N/A',
  },
};

export const ATOMIC: Layout = {
  id: 'atomic_crm',
  name: 'Atomic CRM',
  type: 'contacts',
  marks: [['first name', 'last name', 'email work', 'phone work', 'has newsletter']],
};

/** So much of a noun's fields at least is in the header of our own table: fields are added with time. */
const MOST_OF_FIELDS = 0.6;

const NOUNS_OF_TABLES: readonly { readonly type: FoundType; readonly noun: Noun }[] = [
  { type: 'contacts', noun: contact },
  { type: 'applications', noun: application },
  { type: 'interactions', noun: interaction },
  { type: 'tasks', noun: task },
];

const OURS = NOUNS_OF_TABLES.map(({ type, noun }): Layout => {
  const names = [noun.idField, ...Object.keys(noun.fields)];
  const columns = names.map((name) => [headerName(name), name === noun.idField ? null : `${type}.${name}`] as const);
  const kept = SERVER_FIELDS.map((name) => [headerName(name), null] as const);
  return {
    id: 'touchbase',
    name: 'Touchbase',
    type,
    marks: [],
    columns: Object.fromEntries([...columns, ...kept]),
  };
});

const OTHERS: readonly Layout[] = [GOOGLE, OUTLOOK, HUBSPOT, JOBSYNC, ATOMIC];

/** The layout of a header; undefined where no program that is known writes it. */
export function layoutOf(header: readonly string[]): Layout | undefined {
  const names = new Set(header.map(headerName));
  const known = OTHERS.find(({ marks }) => marks.some((all) => all.every((name) => names.has(name))));
  return known ?? OURS[NOUNS_OF_TABLES.findIndex(({ noun }) => isOurs(noun, header))];
}

/** Our own header is the names of fields as they are on the wire, with or without what the server keeps, and nothing else. */
function isOurs({ idField, titleField, fields }: Noun, header: readonly string[]): boolean {
  const own: readonly string[] = [idField, ...SERVER_FIELDS];
  const ofFields = header.filter((name) => Object.hasOwn(fields, name));
  const isAll = header.every((name) => Object.hasOwn(fields, name) || own.includes(name));
  return isAll && ofFields.includes(titleField) && ofFields.length > Object.keys(fields).length * MOST_OF_FIELDS;
}

/** The name of a column as layouts have it: its words, without case and accents. */
export function headerName(name: string): string {
  return words(name).join(' ');
}
