import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { application } from '../../domain/application.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { Conversation } from '../timeline/conversation.tsx';
import { useTouchbase } from '../touchbase.ts';
import { useShortcuts } from '../ui/keys.ts';
import { say } from '../words/say-application.ts';
import { Absent } from './absent.tsx';
import { Clashes } from './clashes.tsx';
import { Facts } from './facts.tsx';
import { Kept } from './kept.tsx';
import { NextAction } from './next-action.tsx';
import { PageHead } from './page-head.tsx';
import type { Editing } from './part.tsx';
import { People } from './people.tsx';
import { Posting } from './posting.tsx';
import { StagesSoFar } from './stages-so-far.tsx';
import './application.css';
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
  return (
    <>
      <PageHead
        record={record}
        stand={stand}
        onReveal={() => {
          facts.value = { name: 'company' };
        }}
      />
      <Clashes record={record} />
      <div class="halves">
        <div class="half-page">
          <NextAction record={record} />
          <Facts record={record} editing={facts} />
          <People record={record} />
          <StagesSoFar record={record} />
          <Posting record={record} />
        </div>
        <div class="half-page">
          <div class="part">
            <header class="part-head">
              <h2>{say.conversation.title}</h2>
            </header>
            <Conversation about={{ application: record }} />
          </div>
        </div>
      </div>
    </>
  );
}
