import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { application } from '../../domain/application.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { LikelySameApplication } from '../likely/likely-same-job.tsx';
import { useTouchbase } from '../touchbase.ts';
import { useShortcuts } from '../ui/keys.ts';
import { Absent } from './absent.tsx';
import { Clashes } from './clashes.tsx';
import { Halves } from './halves.tsx';
import { Kept } from './kept.tsx';
import { PageHead } from './page-head.tsx';
import type { Editing } from './part.tsx';
import './application.css';
// Before what is narrower changes of it.
import './people-and-stages.css';
import './parts.css';

interface ApplicationPageProps {
  readonly id: string;
  /** Where an application stands, and the way to move it: it is the board's. */
  readonly stand: (record: AnyRecord) => ComponentChildren;
}

/** All of one application, on a page of its own. */
export function ApplicationPage({ id, stand }: ApplicationPageProps) {
  const { desks, reader, replica, router } = useTouchbase();
  replica.collection(application.type).revision.value;
  const record = replica.record({ type: application.type, id });
  useShortcuts({ Escape: () => router.goTo('applications', null, router.route.peek().elsewhere?.asked) });
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.querySelector<HTMLElement>('h1')?.focus();
  }, [id]);
  const isKept = record === undefined && reader.isReady.value && desks.applications.drafts.get(id) !== undefined;
  return (
    <div class="view">
      <main ref={main} class="page application">
        {isKept ? (
          <Kept id={id} />
        ) : record === undefined || record.deleted_at !== null ? (
          <Absent record={record} />
        ) : (
          <OneApplication key={id} record={record} stand={stand(record)} />
        )}
      </main>
    </div>
  );
}

interface OneProps {
  readonly record: AnyRecord;
  readonly stand: ComponentChildren;
}

function OneApplication({ record, stand }: OneProps) {
  const facts = useSignal<Editing | null>(null);
  const reveal = () => {
    facts.value = { name: 'company' };
  };
  return (
    <>
      <PageHead record={record} stand={stand} onReveal={reveal} />
      <Clashes record={record} />
      <LikelySameApplication record={record} />
      <Halves record={record} facts={facts} />
    </>
  );
}
