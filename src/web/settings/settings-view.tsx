import { useEffect, useRef } from 'preact/hooks';
import type { Elsewhere } from '../route.ts';
import { onIdle } from '../sync/idle.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { ViewHead } from '../ui/view-head.tsx';
import { say } from '../words/say-settings.ts';
import { Cadence } from './cadence.tsx';
import { More } from './more.tsx';
import { Stages } from './stages.tsx';
import './settings.css';

const DuplicatesLink = onDemand(async () => (await import('./duplicates/duplicates.tsx')).DuplicatesLink);
const Duplicates = onDemand(async () => (await import('./duplicates/duplicates.tsx')).Duplicates);
const RemindersLink = onDemand(async () => (await import('../reminders/reminders-link.tsx')).RemindersLink);
const Reminders = onDemand(async () => (await import('../reminders/reminders.tsx')).Reminders);

/** How a person likes Touchbase to be; and, at addresses of their own, reminders and what is likely there twice. */
export function SettingsView({ asked }: Elsewhere) {
  const main = useRef<HTMLElement>(null);
  const { show } = asked;
  useEffect(() => {
    for (const { prepare } of [Duplicates, Reminders]) onIdle(prepare);
  }, []);
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus();
  }, [show]);
  return (
    <div class="view">
      <main ref={main} class="page settings" tabIndex={-1}>
        {show === 'duplicates' ? (
          <Duplicates.Component of={asked.of} />
        ) : show === 'reminders' ? (
          <Reminders.Component />
        ) : (
          <AllSettings />
        )}
      </main>
    </div>
  );
}

function AllSettings() {
  return (
    <>
      <ViewHead title={say.places.settings} />
      <Stages />
      <Cadence />
      <RemindersLink.Component />
      <DuplicatesLink.Component />
      <More />
    </>
  );
}
