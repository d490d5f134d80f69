import type { Task } from '../../domain/task.ts';
import type { Pursuit } from './pursuit.ts';

/** A task of the story; days are counted from the day on which it is told. */
export interface Chore {
  readonly title: string;
  readonly kind: Task['kind'];
  /** How many days ago it was written down. */
  readonly since: number;
  /** In how many days it is due; negative for the past, absent for some day. */
  readonly due?: number;
  readonly done?: number;
  readonly snoozed?: number;
  readonly repeat?: Task['repeat'];
  readonly contact?: string;
  /** The company of the application that it is for. */
  readonly about?: string;
  readonly notes?: string;
}

/** The tasks that are to be done, and those that were done and belong to no stage. */
const CHORES: readonly Chore[] = [
  {
    title: 'Send Hannah three times for a call',
    kind: 'follow_up',
    since: 1,
    due: 0,
    contact: 'hannah.becker@talentwerk.example',
    about: 'Spree Mobility',
  },
  { title: 'Read the Lotus Cloud contract, clause by clause', kind: 'prep', since: 2, due: 0, about: 'Lotus Cloud' },
  {
    title: 'Draw the notification service once more before the system design round',
    kind: 'prep',
    since: 2,
    due: 0,
    contact: 'd.okafor@heronlabs.example',
    about: 'Heron Labs',
  },
  {
    title: 'Prepare questions for Omar’s CTO',
    kind: 'prep',
    since: 5,
    due: 1,
    contact: 'omar@cedartech.example',
    about: 'Cedar Tech',
  },
  {
    title: 'Two stories on conflict and feedback, in English',
    kind: 'prep',
    since: 3,
    due: 1,
    contact: 'yuki.sato@hanabi.example',
    about: 'Hanabi',
  },
  {
    title: 'Ask Reto for the date at Helvetia Rail',
    kind: 'check_status',
    since: 7,
    due: 1,
    contact: 'reto.amstutz@limmat-talent.example',
    about: 'Helvetia Rail Systems',
  },
  { title: 'Ask two people for a reference', kind: 'todo', since: 3, due: 1, about: 'Prairie Health' },
  { title: 'Revise queues and back pressure', kind: 'prep', since: 4, due: 2, about: 'Aurora Grid' },
  {
    title: 'Book the train to Hamburg',
    kind: 'todo',
    since: 4,
    due: 2,
    contact: 'greta.hoffmann@nimbusfreight.example',
    about: 'Nimbus Freight',
  },
  {
    title: 'Set up the laptop for pair programming',
    kind: 'prep',
    since: 6,
    due: 3,
    contact: 'ivan.petrov@polarsoft.example',
    about: 'Polarsoft',
  },
  { title: 'Cover letter for Onda Media', kind: 'todo', since: 2, due: 3, about: 'Onda Media' },
  {
    title: 'Ask Danube Works whether they read the take-home',
    kind: 'check_status',
    since: 9,
    due: -2,
    contact: 'pavel@danubeworks.example',
    about: 'Danube Works',
  },
  {
    title: 'Write to Seun once more',
    kind: 'follow_up',
    since: 10,
    due: -3,
    contact: 'seun@lagospay.example',
    about: 'Lagos Pay',
  },
  {
    title: 'Write to Camila once more',
    kind: 'follow_up',
    since: 9,
    due: -4,
    contact: 'camila@ipanemafin.example',
    about: 'Banco Azul',
  },
  { title: 'Ring Gotthard Logistik', kind: 'check_status', since: 13, due: -6, about: 'Gotthard Logistik' },
  {
    title: 'Last try with Marta, then let it go',
    kind: 'follow_up',
    since: 20,
    due: -9,
    contact: 'marta.kowalczyk@northbridge-talent.example',
    about: 'Vistula Pay',
  },
  { title: 'Update the portfolio page', kind: 'todo', since: 45, due: -14 },
  {
    title: 'Answer Emma: which team, which manager?',
    kind: 'follow_up',
    since: 15,
    due: -2,
    snoozed: 2,
    contact: 'emma.wallis@tidewater.example',
    about: 'Tidewater Analytics',
  },
  {
    title: 'Ask Tomáš whether the freeze is over',
    kind: 'check_status',
    since: 25,
    due: 14,
    snoozed: 12,
    contact: 'tomas@vltavasystems.example',
    about: 'Vltava Systems',
  },
  {
    title: 'Ask Ingrid about the grant',
    kind: 'check_status',
    since: 63,
    due: -20,
    snoozed: 28,
    contact: 'ingrid.bakke@skogen.example',
    about: 'Skogen Timber Tech',
  },
  { title: 'Look at posts in Bern and Basel only', kind: 'todo', since: 21, due: -1, snoozed: 5 },
  {
    title: 'Send the proof of search to the employment office',
    kind: 'todo',
    since: 160,
    due: 5,
    repeat: 'monthly',
    notes: 'By the fifth. All applications of the month, also those by phone.',
  },
  {
    title: 'Session with Ruth',
    kind: 'todo',
    since: 150,
    due: 4,
    repeat: 'fortnightly',
    contact: 'ruth@eisenbergcoaching.example',
  },
  { title: 'Look through new postings', kind: 'todo', since: 170, due: 0, repeat: 'weekdays' },
  { title: 'Sunday review: what moved, what did not', kind: 'todo', since: 120, due: 3, repeat: 'weekly' },
  { title: 'Half an hour of Go', kind: 'prep', since: 30, due: 0, repeat: 'daily' },
  { title: 'Find out what a fair salary in Zürich is', kind: 'todo', since: 12 },
  {
    title: 'Thank Aiko properly: coffee is owed twice',
    kind: 'thank_you',
    since: 5,
    contact: 'aiko.tanaka@sumida.example',
  },
  {
    title: 'Bake Tobias a cake if it works out',
    kind: 'thank_you',
    since: 16,
    contact: 'tobias.lindqvist@nimbusfreight.example',
    about: 'Nimbus Freight',
  },
  { title: 'Write the first version of the résumé', kind: 'todo', since: 181, due: -178, done: 179 },
  { title: 'Register at the employment office', kind: 'todo', since: 180, due: -176, done: 177 },
  { title: 'New photograph', kind: 'todo', since: 175, due: -165, done: 166 },
  {
    title: 'Rewrite the résumé after Kateryna’s feedback',
    kind: 'todo',
    since: 47,
    due: -42,
    done: 43,
    contact: 'k.shevchenko@dniproailab.example',
    about: 'Dnipro AI Lab',
  },
  {
    title: 'Tell Catherine no, kindly',
    kind: 'follow_up',
    since: 79,
    due: -77,
    done: 77,
    contact: 'catherine.dubois@mistralavionics.example',
    about: 'Mistral Avionics',
  },
];

const PREPARED = {
  assessment: 'Do the task for',
  interview: 'Prepare for the interview at',
  final: 'Prepare for the last round at',
} as const;

/** All tasks, those among them that each assessment and each interview of the past needed. */
export function choresOf(pursuits: readonly Pursuit[]): readonly Chore[] {
  return [...pursuits.flatMap(preparations), ...CHORES];
}

function preparations({ path, company, revealed, people }: Pursuit): readonly Chore[] {
  const about = company ?? revealed?.company;
  if (about === undefined) return [];
  return path.flatMap(([stage, daysAgo]): Chore[] => {
    if (stage !== 'assessment' && stage !== 'interview' && stage !== 'final') return [];
    const days = { since: daysAgo + 3, due: -daysAgo, done: daysAgo + (stage === 'assessment' ? -1 : 1) };
    const contact = people?.[0]?.[0];
    return [{ title: `${PREPARED[stage]} ${about}`, kind: 'prep', ...days, about, ...(contact && { contact }) }];
  });
}
