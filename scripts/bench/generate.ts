import { contact } from '../../src/domain/contact.ts';
import { addDays, type CalendarDate } from '../../src/domain/dates.ts';

/** In three of ten contacts. */
export const COMMON_WORD = 'visa';
/** With the common word in a few of a thousand. */
export const SECOND_WORD = 'meridian';
/** In no contact. */
export const ABSENT_WORD = 'xylophone';

const WRITTEN_TOGETHER = 10;

/** In exactly ten contacts, whatever the size: the `n`th and those that were written with it. */
export function rareWord(n: number): string {
  return `ref${String(Math.floor(n / WRITTEN_TOGETHER)).padStart(6, '0')}`;
}

/** The fields of the `n`th contact of someone who never stops: with what the server adds, about 1 KB of JSON. */
export function generateFields(n: number, today: CalendarDate, random: () => number) {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const [first, last] = [pick(FIRST_NAMES), pick(LAST_NAMES)];
  const company = `${pick(FIRMS)} ${pick(TRADES)}`;
  return {
    name: `${first} ${last}`,
    email: `${first}.${last}.${n}@example.org`.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
    phone: `+49 30 ${1_000_000 + n}`,
    company,
    position_applied: `${pick(LEVELS)} ${pick(ROLES)}`,
    status: pick(contact.fields.status.suggestions ?? []),
    kind: pick(Object.keys(contact.fields.kind.choices ?? {})),
    recruiter_company: random() < 0.4 ? `${pick(FIRMS)} Talent` : null,
    location: pick(CITIES),
    tags: [...new Set([pick(TAGS), pick(TAGS)])],
    source: pick(SOURCES),
    next_follow_up: random() < 0.7 ? addDays(today, Math.floor(random() * 120) - 60) : null,
    last_contacted: `${addDays(today, -Math.floor(random() * 90))}T10:30:00+02:00`,
    linkedin_url: `https://www.linkedin.com/in/contact-${n}`,
    notes: notesOf(n, random, pick),
  };
}

function notesOf(n: number, random: () => number, pick: (list: readonly string[]) => string): string {
  const words = Array.from({ length: 20 + Math.floor(random() * 60) }, () => pick(NOTE_WORDS));
  if (random() < 0.3) words.push(COMMON_WORD);
  return `${words.join(' ')} ${rareWord(n)}`;
}

const FIRST_NAMES = list(
  'Ana Amara Björn Chloé Daniel Elif Fatima Giulia Hassan Ines Jakub Kenji Leila Łukasz Marta Noah Olga Priya Quentin Rosa Søren Tomás Uma Viktor Wei Ximena Yusuf Zoë',
);
const LAST_NAMES = list(
  'Abe Becker Castillo Dubois Eriksen Fischer García Haddad Ivanova Jensen Kowalczyk Lindqvist Müller Nowak Okafor Petrov Quirke Rossi Silva Tanaka Usman Virtanen Weiß Xu Yılmaz Zieliński',
);
const FIRMS = list(
  'Alder Brightwater Cobalt Dovetail Ember Fjord Granite Harbour Indigo Juniper Kestrel Lantern Meridian Northbridge Orchard Pinecone Quarry Redwood Summit Thistle Umber Vellum Willow Yarrow',
);
const TRADES = list(
  'Analytics Bank Devices Energy Foods Games Health Insurance Labs Logistics Media Pay Robotics Software',
);
const LEVELS = list('Junior Senior Staff Principal Lead');
const ROLES = list('Analyst Architect Designer Developer Engineer Manager Researcher Scientist Tester Writer');
const CITIES = list(
  'Amsterdam Berlin Copenhagen Dublin Edinburgh Gdańsk Helsinki Lisbon London Madrid Oslo Paris Porto Warsaw Zürich',
);
const TAGS = list('backend data fintech frontend hybrid mobile onsite platform security startup');
const SOURCES = ['LinkedIn message', 'A meetup', 'A former colleague', 'Their website', 'A job board'];
const NOTE_WORDS = list(
  'a about again agreed and answered asked at back before budget call calm coffee contract could deadline discussed draft early email evening fair feedback first follow for friendly from good had hiring in interest interview is it joined kind later leave liked long meeting met mentioned month more moved negotiable next notice of offered office on open panel patient pipeline planned portfolio process product promised question quick reached replied said salary second sent she slow small soon started system talked task team test that the their them then they think third to today town travel two waited wants was week went will with work wrote year',
);

function list(words: string): readonly string[] {
  return words.split(' ');
}
