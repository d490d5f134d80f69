import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { type AnyRecord, idOf } from '../../../domain/noun.ts';
import { hasAnything, touchingOf } from '../../timeline/about.ts';
import { isBlank } from '../../timeline/composing.ts';
import { Conversation } from '../../timeline/conversation.tsx';
import { type Touchbase, useTouchbase } from '../../touchbase.ts';
import { focusTitle } from '../../ui/panel-title.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { told } from '../../words/say-conversation.ts';
import { ContactStand } from './contact-stand.tsx';
import { LinkedApplications } from './linked-applications.tsx';
import './contact-page.css';

type Tab = 'timeline' | 'details';

interface ContactPageProps {
  readonly record: AnyRecord;
  /** The form of the contact. */
  readonly details: ComponentChildren;
}

/** One contact: all that was said with them, and all that is known of them. */
export function ContactPage({ record, details }: ContactPageProps) {
  const touchbase = useTouchbase();
  const { contacts, desks, reader } = touchbase;
  const id = idOf(contacts.noun, record);
  const chosen = useSignal<Tab | null>(null);
  const tab = chosen.value ?? usualTab(touchbase, record);
  const wasDetailed = useSignal(false);
  if (tab === 'details') wasDetailed.value = true;
  const choose = (name: Tab) => {
    chosen.value = name;
  };
  // Once all is read, what was usual for this contact stays; a draft that comes back is shown.
  useEffect(() => {
    if (reader.isReady.value) chosen.value ??= tab;
  }, [reader.isReady.value]);
  useEffect(() => {
    if (desks.contacts.drafts.get(id)) choose('details');
  }, [desks.contacts.drafts.revisionOf(id)]);
  useEffect(() => {
    if (tab === 'timeline' && document.activeElement?.closest('.panel') == null) focusTitle();
  }, []);
  const timeline = (
    <div class="timeline-tab">
      <ContactStand record={record} />
      <LinkedApplications record={record} />
      <Conversation about={{ contact: record }} onCompose={() => choose('timeline')} />
    </div>
  );
  return (
    <Tabs
      label={told.tabs.label}
      chosen={tab}
      onChoose={choose}
      tabs={[
        { name: 'timeline', title: told.tabs.timeline, content: timeline },
        { name: 'details', title: told.tabs.details, content: wasDetailed.value && details },
      ]}
    />
  );
}

/** What was typed and not saved comes first, then what happened, where something did. */
function usualTab(touchbase: Touchbase, record: AnyRecord): Tab {
  const { contacts, desks } = touchbase;
  const id = idOf(contacts.noun, record);
  if (desks.contacts.drafts.get(id)) return 'details';
  if (!isBlank(desks.interactions.drafts.get(id)?.texts)) return 'timeline';
  const touching = touchingOf(touchbase, { contact: record });
  return touching && hasAnything(touching) ? 'timeline' : 'details';
}
