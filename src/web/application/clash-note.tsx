import { clashesWith } from '../../domain/double-submission.ts';
import { toText } from '../../domain/typed-text.ts';
import { NEW } from '../form/drafts.ts';
import type { NoteProps } from '../form/form-field.tsx';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-application.ts';
import { allApplications, asApplication, refOf } from './application-record.ts';

/** A hint, while it is typed, that the same role at this company is gone for in another way already. */
export function ClashNote({ name, record }: NoteProps) {
  const { desks, replica, today } = useTouchbase();
  if (name !== 'company') return null;
  const texts = desks.applications.drafts.get(record ? refOf(record).id : NEW)?.texts;
  if (!texts) return null;
  const stands = record && asApplication(record);
  const textOf = (field: 'company' | 'position' | 'via') => texts[field] ?? toText(stands?.[field]);
  const written = { ...stands, position: textOf('position'), company: textOf('company'), via: textOf('via') };
  const clashes = clashesWith(written, allApplications(replica), { today: today.value });
  if (clashes.length === 0) return null;
  const ways = [...new Set(clashes.map(({ channel }) => say.clashes.channel(channel)))];
  return <span class="hint">{say.clashes.hint(ways)}</span>;
}
