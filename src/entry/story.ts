import { type Application, application } from '../domain/application.ts';
import { type Contact, contact } from '../domain/contact.ts';
import { type CalendarDate, type Instant, localDate } from '../domain/dates.ts';
import { type Interaction, interaction } from '../domain/interaction.ts';
import { type AnyRecord, idOf, type Noun, type RecordOf } from '../domain/noun.ts';
import { NOUNS } from '../domain/nouns.ts';
import { type Task, task } from '../domain/task.ts';
import type { Store } from '../store/store.ts';
import { CAST } from './story/cast.ts';
import { makeHappen, type Told } from './story/events.ts';
import { GIVEN_UP } from './story/given-up.ts';
import { INTERVIEWING } from './story/interviewing.ts';
import { eventsOf } from './story/plot.ts';
import { PORTALS } from './story/portals.ts';
import { REJECTED } from './story/rejected.ts';
import { seededRandom } from './story/seeded-random.ts';
import { TALKING } from './story/talking.ts';
import { talksOf } from './story/talks.ts';
import { choresOf } from './story/tasks.ts';
import { WAITING } from './story/waiting.ts';

const SEED = 20_261_125;

/** Fills a workspace with the story: a job search of six months, told from the day `now` falls on. */
export async function addStory(store: Store, workspace: string, now: Date): Promise<void> {
  const told = tell(localDate(now), now.toISOString());
  for (const noun of NOUNS) {
    for (const record of told.get(noun.type) ?? []) {
      await store.put(workspace, { type: noun.type, id: idOf(noun, record), record }, 0);
    }
  }
}

/** The story's contacts as a server keeps them, the days counted from `today`. */
export function storyContacts(today: CalendarDate): readonly Contact[] {
  return ofNoun(contact, today);
}

/** Its applications, their histories included. */
export function storyApplications(today: CalendarDate): readonly Application[] {
  return ofNoun(application, today);
}

/** Its conversations, messages and notes. */
export function storyInteractions(today: CalendarDate): readonly Interaction[] {
  return ofNoun(interaction, today);
}

/** Its tasks: done, due, overdue, snoozed and repeating ones. */
export function storyTasks(today: CalendarDate): readonly Task[] {
  return ofNoun(task, today);
}

/** `apply` made these records of this noun: so they have its fields. */
function ofNoun<N extends Noun>(noun: N, today: CalendarDate): readonly RecordOf<N>[] {
  return (tell(today, `${today}T23:59:59.999Z`).get(noun.type) ?? []) as readonly AnyRecord[] as readonly RecordOf<N>[];
}

function tell(today: CalendarDate, until: Instant): Told {
  const random = seededRandom(SEED);
  const pursuits = [...INTERVIEWING, ...TALKING, ...WAITING, ...GIVEN_UP, ...REJECTED, ...PORTALS];
  const plot = { people: CAST, pursuits, talks: talksOf(CAST, pursuits, random), chores: choresOf(pursuits) };
  return makeHappen(eventsOf(plot, today, random), until, random);
}
