import { dueOf } from '../../domain/listing.ts';
import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { followUpWords } from '../contacts/follow-up-words.tsx';
import { linksOf } from '../contacts/panel/links.ts';
import { When } from '../timeline/when.tsx';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-later.ts';
import { cardLines, lastNotes, lastSaid } from './card-lines.ts';

/** Who this is, what you talked about last, and what comes next: at one glance. */
export function CallerCard({ record }: { readonly record: AnyRecord }) {
  const { contacts, related, today } = useTouchbase();
  const { noun } = contacts;
  const due = dueOf(noun, record);
  const notes = lastNotes(noun, record);
  const said = lastSaid(related.interactions('contact_id', idOf(noun, record)));
  return (
    <section class="caller" aria-label={say.palette.card(toText(record[noun.titleField]))}>
      <h3 dir="auto">{toText(record[noun.titleField])}</h3>
      <p class="ways">
        {linksOf(noun, record)
          .filter(({ control }) => control !== 'url')
          .map(({ name, href }) => (
            <a key={name} href={href} dir="auto" rel="noopener noreferrer">
              {toText(record[name])}
            </a>
          ))}
      </p>
      <h4>{say.palette.next}</h4>
      <p>{due ? followUpWords(due, today.value) : say.palette.nothingNext}</p>
      {(said || notes) && <h4>{say.palette.last}</h4>}
      {said && (
        <>
          <p class="how">
            {said.how} · <When at={said.at} />
          </p>
          <p class="notes" dir="auto">
            {said.text}
          </p>
        </>
      )}
      {notes && (
        <p class="notes" dir="auto">
          {notes}
        </p>
      )}
      <dl>
        {cardLines(noun, record).map(({ name, label, text }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
