import { dueOf } from '../../domain/listing.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { followUpWords } from '../contacts/follow-up-words.tsx';
import { linksOf } from '../contacts/panel/links.ts';
import { useTouchbase } from '../touchbase.ts';
import { toText } from '../ui/field-text.ts';
import { say } from '../words/say-later.ts';
import { cardLines, lastNotes } from './card-lines.ts';

/** Who this is, what you talked about last, and what comes next: at one glance. */
export function CallerCard({ record }: { readonly record: AnyRecord }) {
  const { contacts, today } = useTouchbase();
  const { noun } = contacts;
  const due = dueOf(noun, record);
  const notes = lastNotes(noun, record);
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
      {notes && (
        <>
          <h4>{say.palette.last}</h4>
          <p class="notes" dir="auto">
            {notes}
          </p>
        </>
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
