import { useEffect, useRef } from 'preact/hooks';
import { contact } from '../../domain/contact.ts';
import { timelineOf } from '../../domain/timeline.ts';
import { useTouchbase } from '../touchbase.ts';
import { useShortcuts } from '../ui/keys.ts';
import { type About, keyOf, touchingOf } from './about.ts';
import { Ahead } from './ahead.tsx';
import { Composer } from './composer.tsx';
import { FollowUpOffer } from './follow-up-offer.tsx';
import { Timeline } from './happened.tsx';
import { focusLogBar, LogBar } from './log-bar.tsx';
import { TaskForm } from './task-form.tsx';
import { type Doing, useComposing } from './use-composing.ts';
import './composer.css';
import './timeline.css';

interface ConversationProps {
  readonly about: About;
  /** Told when a key or a draft opens the composer, so that it is brought into sight. */
  readonly onCompose?: () => void;
}

/** All that was said with a contact or about an application, what is ahead, and where the next of it is written down. */
export function Conversation({ about, onCompose }: ConversationProps) {
  const touchbase = useTouchbase();
  const composing = useComposing(about);
  const { doing, log, plan } = composing;
  const asked = (run: () => void) => () => {
    onCompose?.();
    run();
  };
  useShortcuts({
    c: asked(() => log('call')),
    e: asked(() => log('email')),
    n: asked(() => log('note')),
    t: asked(plan),
  });
  useFocusOnBar(doing.value);
  const touching = touchingOf(touchbase, about);
  if (!touching) return null;
  const { ahead, happened } = timelineOf(touching);
  return (
    <div class="conversation">
      <LogBar composing={composing} />
      <Doings about={about} composing={composing} />
      <Ahead tasks={ahead} about={about} />
      <Timeline key={keyOf(about)} about={about} happened={happened} />
    </div>
  );
}

interface DoingsProps {
  readonly about: About;
  readonly composing: ReturnType<typeof useComposing>;
}

/** What is being written down right now, or offered after that. */
function Doings({ about, composing }: DoingsProps) {
  const { replica } = useTouchbase();
  const { doing, opened, logged, close, discard } = composing;
  const now = doing.value;
  switch (now.what) {
    case 'composing':
      return <Composer key={opened.value} about={about} onLogged={logged} onClose={close} onDiscard={discard} />;
    case 'planning':
      return <TaskForm about={about} onClose={close} />;
    case 'offering': {
      const record = replica.record({ type: contact.type, id: now.contactId });
      return record ? <FollowUpOffer record={record} suggested={now.suggested} onDone={close} /> : null;
    }
    case 'nothing':
      return null;
  }
}

/** When what was being done has closed, the focus is on the button with which it began. */
function useFocusOnBar(doing: Doing): void {
  const before = useRef(doing);
  const began = useRef<Parameters<typeof focusLogBar>[0]>(undefined);
  useEffect(() => {
    const hasClosed = before.current.what !== 'nothing' && doing.what === 'nothing';
    before.current = doing;
    if (doing.what === 'composing') began.current = doing.medium;
    else if (doing.what === 'planning') began.current = 'task';
    if (hasClosed && document.activeElement === document.body) focusLogBar(began.current);
  }, [doing]);
}
