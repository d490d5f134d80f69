import { application } from '../../domain/application.ts';
import { type Clash, clashesWith } from '../../domain/double-submission.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { titleOf } from '../deeds/applications.ts';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { dateWords } from '../words/moment.ts';
import { say } from '../words/say-application.ts';
import { allApplications, asApplication } from './application-record.ts';

/** Warns where the same role at the same company is gone for in another way, too. */
export function Clashes({ record }: { readonly record: AnyRecord }) {
  const { replica, today } = useTouchbase();
  const clashes = clashesWith(asApplication(record), allApplications(replica), { today: today.value });
  const [first] = clashes;
  if (!first) return null;
  const isWarning = first.level === 'warning';
  return (
    <aside class={isWarning ? 'clashes warning' : 'clashes'} aria-labelledby="clashes-title">
      <Icon name="overdue" class="clash-icon" />
      <div>
        <h2 id="clashes-title">{isWarning ? say.clashes.title : say.clashes.noteTitle}</h2>
        <ul>
          {clashes.map((clash) => (
            <Other key={clash.application_id} clash={clash} />
          ))}
        </ul>
        <p>{say.clashes.text}</p>
      </div>
    </aside>
  );
}

function Other({ clash: { application_id: id, channel, on } }: { readonly clash: Clash }) {
  const { replica, router } = useTouchbase();
  const other = replica.record({ type: application.type, id });
  if (!other) return null;
  return (
    <li>
      <a href={router.hrefTo('applications', { id })} dir="auto">
        {titleOf(other)}
      </a>{' '}
      <span dir="auto">{say.clashes.one(say.clashes.channel(channel), dateWords(on))}</span>
    </li>
  );
}
