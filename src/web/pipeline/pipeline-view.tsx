import { useEffect, useMemo, useRef } from 'preact/hooks';
import { application } from '../../domain/application.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import type { Elsewhere } from '../route.ts';
import { onIdle, whenIdle } from '../sync/idle.ts';
import { useTouchbase } from '../touchbase.ts';
import { useFocusBack } from '../ui/focus-back.ts';
import { useShortcuts } from '../ui/keys.ts';
import { isPhone, isWide } from '../ui/media.ts';
import { DialogNotLoaded, onDemand } from '../ui/on-demand.tsx';
import { say } from '../words/say-pipeline.ts';
import { writeAsked } from './asked.ts';
import { Board } from './board.tsx';
import { Header } from './header.tsx';
import { MoveMenu } from './move-menu.tsx';
import { Mover } from './mover.ts';
import { NothingHere } from './nothing-here.tsx';
import { Pipeline } from './pipeline.ts';
import { PipelineFilters } from './pipeline-filters.tsx';
import { Stand } from './stand.tsx';
import './pipeline.css';
import './job-card.css';
import './move-dialog.css';
import './table/jobs.css';

const ApplicationPage = onDemand(async () => (await import('../application/application-page.tsx')).ApplicationPage);
const NewApplication = onDemand(async () => (await import('./new-application.tsx')).NewApplication);
const JobsTable = onDemand(async () => (await import('./table/jobs-table.tsx')).JobsTable);
const JobsList = onDemand(async () => (await import('./table/jobs-list.tsx')).JobsList);
const MoveDialog = onDemand(async () => (await import('./move-dialog.tsx')).MoveDialog, DialogNotLoaded);

/** Where each application stands: the board or the table, a new one beside it, or the page of one in its place. */
export function PipelineView({ open }: Elsewhere) {
  const touchbase = useTouchbase();
  const pipeline = useMemo(() => new Pipeline(touchbase), [touchbase]);
  const mover = useMemo(() => new Mover(pipeline, touchbase), [touchbase, pipeline]);
  const asking = mover.asking.value;
  useBack(pipeline, open);
  useEffect(() => {
    for (const { prepare } of [MoveDialog, ApplicationPage, NewApplication, JobsTable, JobsList]) onIdle(prepare);
  }, []);
  const stand = (record: AnyRecord) => <Stand record={record} pipeline={pipeline} mover={mover} />;
  return (
    <>
      {open !== null && open !== 'new' ? (
        <ApplicationPage.Component id={open.id} stand={stand} />
      ) : (
        <div class="view">
          <Overview pipeline={pipeline} mover={mover} isAdding={open === 'new'} />
          {open === 'new' && <NewApplication.Component pipeline={pipeline} />}
        </div>
      )}
      {asking && <MoveDialog.Component pipeline={pipeline} mover={mover} asking={asking} onClose={mover.stopAsking} />}
    </>
  );
}

interface OverviewProps {
  readonly pipeline: Pipeline;
  readonly mover: Mover;
  readonly isAdding: boolean;
}

function Overview({ pipeline, mover, isAdding }: OverviewProps) {
  const { reader, replica, router, toasts } = useTouchbase();
  const search = useRef<HTMLInputElement>(null);
  const { asked, shown } = pipeline;
  const collection = replica.collection(application.type);
  const { size } = collection;
  useShortcuts({
    '/': () => search.current?.focus(),
    n: () => router.goTo('applications', 'new', writeAsked(asked.peek())),
    ...(isAdding && { Escape: () => router.goTo('applications', null, writeAsked(asked.peek())) }),
  });
  useEffect(() => {
    if (reader.isReady.value) whenIdle(collection.prepare());
  }, [reader.isReady.value]);
  useEffect(
    () => toasts.say(say.pipeline.count(shown.value.length, size.value)),
    [shown.value.length === size.value, shown.value.length],
  );
  const isEmpty = shown.value.length === 0;
  return (
    <main class="list" inert={isAdding && !isWide.value}>
      <Header pipeline={pipeline} search={search} />
      {size.value > 0 && <PipelineFilters pipeline={pipeline} />}
      {isEmpty ? (
        <NothingHere pipeline={pipeline} onFocus={() => search.current?.focus()} />
      ) : asked.value.isTable && isPhone.value ? (
        <JobsList.Component pipeline={pipeline} mover={mover} />
      ) : asked.value.isTable ? (
        <JobsTable.Component pipeline={pipeline} mover={mover} />
      ) : (
        <Board pipeline={pipeline} mover={mover} />
      )}
      <MoveMenu pipeline={pipeline} mover={mover} />
    </main>
  );
}

/** Whoever comes back from a page or a form is at the application where they were. */
function useBack(pipeline: Pipeline, open: Elsewhere['open']): void {
  useFocusBack(open === 'new', () => pipeline.focus());
  const before = useRef(open);
  useEffect(() => {
    const was = before.current;
    before.current = open;
    if (open === null && was !== null && was !== 'new') pipeline.focus(was.id);
  }, [open]);
}
