import { type AgendaInput, type AgendaItem, conversationOf, type Section, SPEAKING_KINDS } from './agenda-item.ts';
import { suggestionsOf } from './cadence.ts';
import { addDays, splitDateTime } from './dates.ts';
import { type Silence, silencesOf } from './silence.ts';

/** Asked whether it was ghosted and told “not now”, it is not asked again for so many days. */
export const GHOSTED_RESTS_DAYS = 14;

export type Unplanned = typeof unplannedIn;

/**
 * What nobody planned: what is suggested until today, whether to give up what may be ghosted, and who is waited for, the
 * longest first. A conversation for which something is suggested is not among those that wait.
 *
 * @param planned everything that was planned: with whom something is, is not asked about
 * @param soon what is planned for this week: with whom something is, is not waited for
 */
export function unplannedIn(
  input: AgendaInput,
  { planned, soon }: { readonly planned: readonly AgendaItem[]; readonly soon: readonly AgendaItem[] },
): readonly AgendaItem[] {
  const silences = silencesOf(input, input.today);
  const suggested = suggestedIn(input, silences, planned);
  const isSuggested = new Set(suggested.map(conversationOf));
  return [...waitingIn(input, silences, soon).filter((one) => !isSuggested.has(conversationOf(one))), ...suggested];
}

function suggestedIn(
  input: AgendaInput,
  silences: readonly Silence[],
  planned: readonly AgendaItem[],
): readonly AgendaItem[] {
  const byConversation = new Map(silences.map((silence) => [conversationOf(silence), silence]));
  const isPlanned = plannedConversations(input, planned);
  const resting = restingConversations(input);
  const ghosted = silences.filter(
    (one) => one.mayBeGhosted && one.waitsFor === 'them' && !isPlanned(one) && !resting.has(conversationOf(one)),
  );
  const gone = new Set(ghosted.map(conversationOf));
  return [
    ...suggestionsOf(input)
      .filter((one) => one.due_on <= input.today && !gone.has(conversationOf(one)))
      .map((suggestion): AgendaItem => {
        const { key, due_on: on, contact_id, application_id } = suggestion;
        const silence = byConversation.get(conversationOf(suggestion)) ?? null;
        const what = 'suggestion';
        return {
          key: `${what}:${key}`,
          section: 'suggested',
          what,
          on,
          contact_id,
          application_id,
          suggestion,
          silence,
        };
      }),
    ...ghosted.map((silence) => silent('ghosted', 'suggested', silence)),
  ];
}

function waitingIn(
  input: AgendaInput,
  silences: readonly Silence[],
  shown: readonly AgendaItem[],
): readonly AgendaItem[] {
  const isPlanned = plannedConversations(input, shown);
  return silences
    .filter((silence) => silence.waitsFor === 'them' && !isPlanned(silence))
    .map((silence) => silent('waiting', 'waiting', silence));
}

function silent(what: 'waiting' | 'ghosted', section: Section, silence: Silence): AgendaItem {
  const { contact_id, application_id, since: on } = silence;
  return { key: `${what}:${conversationOf(silence)}`, section, what, on, contact_id, application_id, silence };
}

/** Tells whether something is planned with whom a conversation is, a person of its application included. */
function plannedConversations({ applications, tasks }: AgendaInput, planned: readonly AgendaItem[]) {
  const speaking = new Set(tasks.filter(({ kind }) => SPEAKING_KINDS.has(kind)).map(({ task_id }) => task_id));
  const counted = planned.filter((item) => item.what !== 'task' || speaking.has(item.task_id));
  const ids = new Set(counted.flatMap(({ application_id, contact_id }) => [application_id, contact_id]));
  const people = new Map(applications.map(({ application_id, contact_ids }) => [application_id, contact_ids]));
  return (silence: Silence) =>
    ids.has(conversationOf(silence)) ||
    (people.get(silence.application_id ?? '') ?? []).some(({ contact_id }) => ids.has(contact_id));
}

/** Where it was asked about, or they were, not long ago: that is kept as a task that is done. */
function restingConversations({ tasks, today }: AgendaInput): ReadonlySet<string> {
  const first = addDays(today, -GHOSTED_RESTS_DAYS);
  const recent = tasks.filter(({ deleted_at, done_at, kind }) => {
    return deleted_at === null && done_at !== null && SPEAKING_KINDS.has(kind) && splitDateTime(done_at).date > first;
  });
  return new Set(recent.map(conversationOf));
}
