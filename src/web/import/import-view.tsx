import { useEffect, useMemo, useRef } from 'preact/hooks';
import { browserStorage } from '../storage.ts';
import { onIdle } from '../sync/idle.ts';
import { type Touchbase, useTouchbase } from '../touchbase.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { ViewHead } from '../ui/view-head.tsx';
import { say } from '../words/say-import.ts';
import { BringIn } from './bring-in.tsx';
import { Earlier } from './earlier.tsx';
import { Habits } from './habits.ts';
import { ImportSession } from './import-session.ts';
import { Refused } from './refused.tsx';
import { Spoken } from './spoken.tsx';
import { TakeOut } from './take-out.tsx';
import { type Bringing, useBring } from './use-bring.ts';
import { useDrop } from './use-drop.ts';
import { Working } from './working.tsx';
import './import.css';

const PlanView = onDemand(async () => (await import('./plan-view.tsx')).PlanView);
const DoneView = onDemand(async () => (await import('./done-view.tsx')).DoneView);
const Subscribe = onDemand(async () => (await import('./subscribe.tsx')).Subscribe);
const PutBack = onDemand(async () => (await import('./put-back.tsx')).PutBack);

/** Where records are brought in from other programs, and taken out again. */
export function ImportView() {
  const touchbase = useTouchbase();
  const session = useMemo(() => sessionOf(touchbase), [touchbase]);
  const main = useRef<HTMLElement>(null);
  const phase = session.phase.value;
  const bringing = useBring(session);
  const isOver = useDrop(bringing.bring);
  useEffect(() => {
    for (const { prepare } of [PlanView, DoneView, PutBack]) onIdle(prepare);
  }, []);
  const last = useRef(phase.is);
  useEffect(() => {
    // What had the focus is gone with its phase; whoever is back at the beginning goes on with the next files.
    const isBack = last.current !== phase.is && (phase.is === 'idle' || phase.is === 'cancelled');
    last.current = phase.is;
    const next = (isBack && main.current?.querySelector<HTMLElement>('.drop .primary')) || main.current;
    const held = document.activeElement;
    if (held === document.body || held === main.current) next?.focus();
  }, [phase.is]);
  return (
    <div class="view">
      <main ref={main} class="page importing" tabIndex={-1}>
        <ViewHead title={say.places.import} />
        <Spoken phase={phase} />
        <Phases session={session} {...bringing} isOver={isOver.value} />
        {(phase.is === 'idle' || phase.is === 'done' || phase.is === 'cancelled') && (
          <>
            <Earlier />
            <TakeOut />
            <Subscribe.Component />
          </>
        )}
      </main>
    </div>
  );
}

interface PhasesProps extends Bringing {
  readonly session: ImportSession;
  readonly isOver: boolean;
}

function Phases({ session, ...start }: PhasesProps) {
  const phase = session.phase.value;
  switch (phase.is) {
    case 'idle':
      return <BringIn {...start} />;
    case 'reading':
    case 'planning':
    case 'applying':
      return <Working session={session} phase={phase} />;
    case 'refused':
      return <Refused session={session} phase={phase} />;
    case 'planned':
      return <PlanView.Component session={session} phase={phase} />;
    case 'export':
      return <PutBack.Component session={session} phase={phase} />;
    case 'done':
      return <DoneView.Component session={session} phase={phase} />;
    case 'cancelled':
      return (
        <>
          <p class="found">{say.cancelled}</p>
          <BringIn {...start} />
        </>
      );
  }
}

/** Who looks at another place meanwhile finds the import as it was. */
const sessions = new WeakMap<Touchbase, ImportSession>();

function sessionOf(touchbase: Touchbase): ImportSession {
  const { replica, outbox, home, today } = touchbase;
  const session =
    sessions.get(touchbase) ??
    new ImportSession({
      replica,
      send: () => void outbox.send(),
      habits: new Habits(browserStorage, home.replica),
      today: () => today.peek(),
    });
  sessions.set(touchbase, session);
  return session;
}
