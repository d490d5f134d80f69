import { application } from '../../domain/application.ts';
import { type CalendarDate, daysBetween } from '../../domain/dates.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { stageOf } from '../../domain/stage-names.ts';
import { standingOf } from '../../domain/staleness.ts';
import { toText } from '../../domain/typed-text.ts';
import { followUpWords } from '../contacts/follow-up-words.tsx';
import { marked } from '../contacts/marked.tsx';
import { Icon } from '../ui/icon.tsx';
import { longDateWords, shortDateWords } from '../words/moment.ts';
import { say } from '../words/say-pipeline.ts';

// None of these is a component, nor are their icons: there are hundreds on the screen.

/** In so many days a deadline is near. */
const NEAR = 3;

/** For whom. */
export function clientWords(record: AnyRecord, words: readonly string[]) {
  const company = toText(record.company);
  return (
    <span class="client" dir="auto">
      {company ? marked(company, words) : say.pipeline.unknownClient}
    </span>
  );
}

/** Through whom, on a line of its own: beside the client it was what was cut off first. */
export function agencyWords(record: AnyRecord, words: readonly string[]) {
  const via = toText(record.via);
  return (
    via !== '' && (
      <span class="client" dir="auto" title={say.pipeline.via(via)}>
        {marked(say.pipeline.via(via), words)}
      </span>
    )
  );
}

/** What comes next, and when; nothing comes after a closed one. */
export function nextActionWords(record: AnyRecord, today: CalendarDate) {
  const [what, on] = [toText(record.next_action), toText(record.next_action_on)];
  if (stageOf(record) === 'closed' || (what === '' && on === '')) return null;
  return (
    <span class="next">
      {on && followUpWords(on, today)}
      {what && (
        <span class="what" dir="auto" title={what}>
          {what}
        </span>
      )}
    </span>
  );
}

/** How long it has been here; loud where that is too long, and why. */
export function standingWords(record: AnyRecord, today: CalendarDate) {
  const { stage, since, days, staleAfter } = standingOf(record, today);
  if (stage === 'closed') return <span class="stay">{say.pipeline.closedOn(shortDateWords(since, today))}</span>;
  if (staleAfter === null) {
    return (
      <span class="stay" title={longDateWords(since)}>
        {say.pipeline.here(days)}
      </span>
    );
  }
  return (
    <span class="stay stale" title={longDateWords(since)}>
      {Icon({ name: 'waiting' })}
      {say.pipeline.stale(days, staleAfter)}
    </span>
  );
}

/** Until when an offer must be answered, or whatever else has a last day. */
export function deadlineWords(record: AnyRecord, today: CalendarDate) {
  const deadline = toText(record.deadline);
  const stage = stageOf(record);
  if (deadline === '' || stage === 'closed') return null;
  const left = daysBetween(today, deadline);
  const state = left < 0 ? 'overdue' : left <= NEAR ? 'today' : 'upcoming';
  return (
    <span class={`due ${state}`} title={longDateWords(deadline)}>
      {Icon({ name: state === 'upcoming' ? 'upcoming' : 'overdue' })}
      <span class="text">{say.pipeline.deadline(shortDateWords(deadline, today), left < 0)}</span>
    </span>
  );
}

/** How a closed one ended. */
export function outcomeWords(record: AnyRecord) {
  const outcome = toText(record.outcome);
  if (outcome === '') return null;
  return <span class="tag">{say.schema.choice('outcome', outcome, application.fields.outcome)}</span>;
}

/** Why it ended so. */
export function reasonWords(record: AnyRecord) {
  const reason = toText(record.outcome_reason);
  if (reason === '' || stageOf(record) !== 'closed') return null;
  return (
    <span class="what" dir="auto" title={reason}>
      {reason}
    </span>
  );
}
