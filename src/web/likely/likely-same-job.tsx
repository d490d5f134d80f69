import { application } from '../../domain/application.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { isOf } from '../../domain/record-of.ts';
import { namedApplication } from '../timeline/about.ts';
import { useTouchbase } from '../touchbase.ts';
import { likelyIn } from './likely.ts';
import { Notice } from './likely-same.tsx';

/** A quiet notice that an application is likely there twice. */
export function LikelySameApplication({ record }: { readonly record: AnyRecord }) {
  const { replica, router } = useTouchbase();
  const alikeTo = likelyIn(replica).applications.alikeTo.value;
  if (!alikeTo || !isOf(application, record)) return null;
  const link = (other: AnyRecord) => {
    const { id, name } = namedApplication(other);
    return { href: router.hrefTo('applications', { id }), name };
  };
  const alike = alikeTo(record, record.application_id);
  return <Notice noun={application} record={record} alike={alike} linkTo={link} />;
}
