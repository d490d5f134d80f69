import type { Pursuit } from './pursuit.ts';

const ABOUT = [
  '{company} builds things that people use without noticing, which is how we like it. We are a little over two hundred people in three offices, and about half of us write software.',
  'For eleven years {company} has grown from its own earnings. No investor tells us what to ship on Friday, and nobody ships on Friday.',
  '{company} is looking for a {position} for its team in {location}. The post is new: you will shape it more than it shapes you.',
  'At {company}, a team owns what it builds, from the first sketch to the page at three in the morning, which is why there are few of those.',
];

const TASKS = [
  'You design, build and run services in the heart of our product, together with five colleagues.',
  'You take part in the conversations with customers, and say which of their wishes are one wish.',
  'You find out why something is slow, with a measurement before and another one after.',
  'You read other people’s changes with care and let yours be read, usually on the same day.',
  'You move a part of our old billing system out of a database that everybody writes to.',
  'You write down decisions so that somebody who joins in two years can tell why.',
  'You share the on-call duty, one week in seven, with a free day after each bad night.',
  'You help two younger colleagues to grow, and tell us what you need to grow yourself.',
  'You keep an eye on what our cloud costs, and are allowed to switch things off.',
  'You improve the way from a commit to production: today it takes nineteen minutes, and we would like nine.',
  'You work with design and product from the first day of an idea instead of the last.',
  'You look after the interfaces that our partners build on, and keep their promises for years.',
];

const SKILLS = [
  'Several years in which software of yours was used by others, and in which you had to change it afterwards.',
  'One of Go, Java, Kotlin, Rust, TypeScript or Python at a depth where you can say what you dislike about it.',
  'SQL beyond the first join: you can read a plan, and have removed an index as well as added one.',
  'Experience with something distributed, and a healthy fear of it.',
  'Testing as a habit: you would rather have ten tests that say something than a hundred that are green.',
  'Clear English in writing. German, French or the language of the office is welcome and not required.',
  'Kindness under pressure. We mean this one.',
  'Some practice with containers, infrastructure as code and a cloud, whichever it was.',
  'A degree, an apprenticeship, or a way of your own: tell us about it.',
  'Curiosity for the field. Nobody knows it on the first day; everybody here had to learn it.',
];

const HABITS = [
  'Two weeks of building, then half a week of putting in order. The half week is not what is cut when it gets late.',
  'One meeting a week that everybody attends, and it has an agenda or does not happen.',
  'Changes are small. The median is forty lines, and the longest of last year is a story that we tell to newcomers.',
  'After an outage we write down what happened without a name in it, and read it aloud.',
  'We estimate in days, are wrong, and say so early.',
  'Pairing is welcome and never prescribed; some of us think better alone, and that is fine.',
  'Documents before discussions: whoever wants something writes a page, and the others read it first.',
  'Languages and tools are chosen by the team that will be woken up by them.',
];

const OFFERS = [
  'Working time that you arrange with your team: most of us are in on Tuesdays and Thursdays.',
  'Between 80 and 100 %, and we mean the 80.',
  'Five weeks of holidays, and a sixth one to buy.',
  'A budget of 2,000 a year for learning, spent without asking anybody.',
  'A pension plan of which the greater part is paid by us.',
  'The equipment that you choose, on whichever system you like.',
  'Public transport paid, a garage for bicycles, a shower that works.',
  'Parental leave beyond what the law asks for, for all parents.',
  'A salary band that is in this advertisement, and a review every spring that is not a negotiation.',
];

const STEPS = [
  'A call of thirty minutes with one of our recruiters, who will tell you more than this text does.',
  'A conversation of an hour and a half with two engineers about something that you built. No riddles, no whiteboard algorithms.',
  'A task that takes two hours, done at home or with us; we pay for it.',
  'A day with the team, lunch included, in which you ask more than we do.',
  'An answer within a week after each step, also if it is a no, and then with the reason.',
];

const CLOSING = [
  'You do not meet every point above? Nobody here does. Studies say that some people apply only if they meet all of them and others if they meet half; please be one of the others.',
  'We are an employer of equal opportunities and take that seriously enough to publish our numbers once a year, also in the years in which they are not good.',
  'Please send your papers through the form. A photograph, your age and your marital status do not belong into them. We delete everything after six months unless you ask us to keep it.',
  'Agencies: please do not send us profiles without a contract. We read none of them.',
  'Questions? Ring the front desk and ask for the team that hires a {position}. You will be put through to a person who works in it.',
];

/** The text of a posting, 2 to 6 KB: the more it matters to the story, the longer. */
export function postingOf(pursuit: Pursuit, random: () => number): string {
  const share = 0.35 + random() * 0.65;
  const some = (lines: readonly string[]) => pick(lines, Math.max(2, Math.round(lines.length * share)), random);
  const list = (title: string, lines: readonly string[]) =>
    `${title}\n\n${some(lines)
      .map((line) => `- ${line}`)
      .join('\n')}`;
  const text = [
    `${pursuit.position} (all genders), ${pursuit.location}`,
    some(ABOUT).join('\n\n'),
    list('What you will do', TASKS),
    list('How we work', HABITS),
    list('What you bring', SKILLS),
    list('What we offer', OFFERS),
    list('How it goes on', STEPS),
    some(CLOSING).join('\n\n'),
  ].join('\n\n');
  return filledIn(text, pursuit);
}

function filledIn(text: string, { company, position, location }: Pursuit): string {
  return text
    .replaceAll('{company}', company ?? 'Our client')
    .replaceAll('{position}', position)
    .replaceAll('{location}', location ?? 'our office');
}

/** So many of the lines, in their order. */
function pick(lines: readonly string[], count: number, random: () => number): readonly string[] {
  const ranked = lines.map((_, place) => ({ place, rank: random() })).sort((a, b) => a.rank - b.rank);
  const chosen = new Set(ranked.slice(0, count).map(({ place }) => place));
  return lines.filter((_, place) => chosen.has(place));
}
