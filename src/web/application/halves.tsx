import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AnyRecord } from '../../domain/noun.ts';
import { isBlank } from '../timeline/composing.ts';
import { Conversation } from '../timeline/conversation.tsx';
import { useTouchbase } from '../touchbase.ts';
import { isWide } from '../ui/media.ts';
import { Tabs } from '../ui/tabs.tsx';
import { say } from '../words/say-application.ts';
import { refOf } from './application-record.ts';
import { Facts } from './facts.tsx';
import { NextAction } from './next-action.tsx';
import type { Editing } from './part.tsx';
import { People } from './people.tsx';
import { Posting } from './posting.tsx';
import { StagesSoFar } from './stages-so-far.tsx';

interface HalvesProps {
  readonly record: AnyRecord;
  /** Whether the facts are edited, and which of them first. */
  readonly facts: Signal<Editing | null>;
}

type Half = 'details' | 'conversation';

/** What is known of an application, and what was said about it: side by side, or one at a time where there is less room. */
export function Halves({ record, facts }: HalvesProps) {
  const { desks } = useTouchbase();
  const isWriting = !isBlank(desks.interactions.drafts.get(refOf(record).id)?.texts);
  const chosen = useSignal<Half>(isWriting ? 'conversation' : 'details');
  const choose = (half: Half) => {
    chosen.value = half;
  };
  useEffect(() => {
    if (facts.value) choose('details');
  }, [facts.value]);
  const details = <Details record={record} facts={facts} />;
  const conversation = (
    <>
      <h2 class={isWide.value ? 'conversation-title' : 'visually-hidden'}>{say.conversation.title}</h2>
      <Conversation about={{ application: record }} onCompose={() => choose('conversation')} />
    </>
  );
  if (isWide.value) {
    return (
      <div class="halves">
        <div class="half-page">{details}</div>
        <div class="half-page part">{conversation}</div>
      </div>
    );
  }
  const tabs = [
    { name: 'details', title: say.application.details, content: details },
    { name: 'conversation', title: say.conversation.title, content: conversation },
  ] as const;
  return <Tabs label={say.application.halves} tabs={tabs} chosen={chosen.value} onChoose={choose} />;
}

function Details({ record, facts }: HalvesProps) {
  return (
    <>
      <NextAction record={record} />
      <Facts record={record} editing={facts} />
      <People record={record} />
      <StagesSoFar record={record} />
      <Posting record={record} />
    </>
  );
}
