import { addDays, type CalendarDate } from '../../../domain/dates.ts';
import { interaction } from '../../../domain/interaction.ts';
import { dueOf } from '../../../domain/listing.ts';
import { type AnyRecord, idOf } from '../../../domain/noun.ts';
import { isOf } from '../../../domain/record-of.ts';
import { NEVER_ASKED, responsivenessOfContacts } from '../../../domain/responsiveness.ts';
import { toText } from '../../../domain/typed-text.ts';
import { finishFollowUp, planFollowUp } from '../../timeline/planning.ts';
import { exactWords, whenWords } from '../../timeline/when-words.ts';
import { useTouchbase } from '../../touchbase.ts';
import { Icon } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import { told } from '../../words/say-conversation.ts';
import { say } from '../../words/say-later.ts';
import { followUpWords } from '../follow-up-words.tsx';

/** When a contact was heard of last and is to be asked again, and what is done about that most. */
export function ContactStand({ record }: { readonly record: AnyRecord }) {
  const { contacts, deeds, today } = useTouchbase();
  const { noun } = contacts;
  const who = { id: idOf(noun, record), name: toText(record[noun.titleField]) };
  const due = dueOf(noun, record);
  return (
    <div class="stand">
      <LastContacted at={toText(record.last_contacted)} />
      <Answers id={who.id} />
      <span class="next">
        {due ? followUpWords(due, today.value) : <span class="muted">{told.stand.noFollowUp}</span>}
        {due && (
          <button type="button" class="plain small" onClick={() => finishFollowUp(deeds, who, due, new Date())}>
            <Icon name="check" />
            {told.stand.done}
          </button>
        )}
        <Menu class="plain small" label={due ? told.stand.snooze : told.stand.plan} title={told.stand.snoozeTitle}>
          <Days today={today.value} onPick={(day) => planFollowUp(deeds, who, day)} />
        </Menu>
      </span>
    </div>
  );
}

function LastContacted({ at }: { readonly at: string }) {
  const { today } = useTouchbase();
  if (at === '') return <span class="muted">{told.stand.neverContacted}</span>;
  return (
    <span class="muted" title={exactWords(at)}>
      {told.stand.lastContacted(whenWords(at, Date.now(), today.value))}
    </span>
  );
}

/** How often and how soon they answer: of how many messages, since a share of few says little. */
function Answers({ id }: { readonly id: string }) {
  const { related, today } = useTouchbase();
  const interactions = related.interactions('contact_id', id).filter((one) => isOf(interaction, one));
  const { messages, replies, medianDays } =
    responsivenessOfContacts({ interactions }, today.value).get(id) ?? NEVER_ASKED;
  return messages === 0 ? null : <span class="muted">{told.stand.answers(replies, messages, medianDays)}</span>;
}

const DAYS = [1, 3, 7, 14] as const;

function Days({ today, onPick }: { readonly today: CalendarDate; readonly onPick: (day: CalendarDate) => void }) {
  return (
    <>
      {DAYS.map((days) => (
        <button key={days} type="button" class="item" onClick={() => onPick(addDays(today, days))}>
          {days === 7 ? say.picks.week : say.picks.days(days)}
        </button>
      ))}
    </>
  );
}
