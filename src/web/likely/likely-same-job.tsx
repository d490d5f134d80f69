import { application } from '../../domain/application.ts';
import { clashesWith } from '../../domain/double-submission.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { isOf, recordsOf } from '../records-of.ts';
import { namedApplication } from '../timeline/about.ts';
import { useTouchbase } from '../touchbase.ts';
import { likelyIn } from './likely.ts';
import { Notice } from './likely-same.tsx';

/** A quiet notice that an application is likely there twice. A second submission is told otherwise: both of them happened. */
export function LikelySameApplication({ record }: { readonly record: AnyRecord }) {
  const { replica, router, today } = useTouchbase();
  const alikeTo = likelyIn(replica).applications.alikeTo.value;
  if (!alikeTo || !isOf(application, record)) return null;
  const alike = alikeTo(record, record.application_id);
  if (alike.length === 0) return null;
  const clashes = clashesWith(record, recordsOf(replica, application), { today: today.value });
  const submittedTwice = new Set(clashes.map(({ application_id }) => application_id));
  const link = (other: AnyRecord) => {
    const { id, name } = namedApplication(other);
    return { href: router.hrefTo('applications', { id }), name };
  };
  const twice = alike.filter(({ id }) => !submittedTwice.has(id));
  return <Notice noun={application} record={record} alike={twice} linkTo={link} />;
}
