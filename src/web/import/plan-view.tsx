import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Bad, LeftOut } from '../../interop/import/found.ts';
import { say } from '../words/say-import.ts';
import { ColumnsOf } from './columns-of.tsx';
import { ForAll } from './for-all.tsx';
import type { ImportSession, Phase } from './import-session.ts';
import { PlanRow } from './plan-row.tsx';
import { byType, countsOf, rowsKept, rowsShown, SHOWS, type Show, whyNothing } from './shown-rows.ts';
import { Whose } from './whose.tsx';
import './plan.css';

/** So many rows are shown at first, and so many more each time. */
const SOME = 50;

interface PlanViewProps {
  readonly session: ImportSession;
  readonly phase: Extract<Phase, { is: 'planned' }>;
}

/** What an import would do, to be looked at and adjusted, before it is done. */
export function PlanView({ session, phase: { plan, read, choices } }: PlanViewProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const why = whyNothing(plan);
  const isNothing = why !== null;
  return (
    <section class="plan" aria-labelledby="import-plan">
      <h2 ref={title} id="import-plan" tabIndex={-1} dir="auto">
        {say.plan.title(read.name, read.files)}
      </h2>
      <p>{why ? say.plan.nothing[why] : say.plan.text}</p>
      {read.tables.map((table) => (
        <ColumnsOf key={table.headerKey} table={table} session={session} />
      ))}
      {read.isMail && <Whose session={session} />}
      <ForAll session={session} plan={plan} choices={choices} />
      <Rows session={session} plan={plan} isOne={read.files === 1} />
      <footer class="acts">
        <button type="button" class="primary" disabled={isNothing} onClick={() => void session.apply()}>
          {isNothing ? say.plan.applyNothing : say.plan.apply(byType(plan.rows, 'create', 'update', 'merge'))}
        </button>
        <button type="button" class="plain" onClick={() => session.begin()}>
          {say.cancel}
        </button>
      </footer>
    </section>
  );
}

interface RowsProps extends Pick<PlanViewProps, 'session'> {
  readonly plan: PlanViewProps['phase']['plan'];
  readonly isOne: boolean;
}

function Rows({ session, plan, isOne }: RowsProps) {
  const counts = useMemo(() => countsOf(plan), [plan]);
  const chosen = useSignal(shownAs(plan, counts.decide > 0 ? 'decide' : 'all'));
  const limit = useSignal(SOME);
  const { show: shown, keys } = chosen.value;
  const rows = rowsKept(plan, shown, keys);
  const count = shown === 'bad' || shown === 'leftOut' ? counts[shown] : rows.length;
  return (
    <>
      <div class="shows" role="group" aria-label={say.plan.show}>
        {SHOWS.filter((show) => counts[show] > 0 || show === shown).map((show) => (
          <button
            key={show}
            type="button"
            class="chip"
            aria-pressed={show === shown}
            onClick={() => {
              chosen.value = shownAs(plan, show);
              limit.value = SOME;
            }}
          >
            {say.plan.shows[show](counts[show])}
          </button>
        ))}
      </div>
      <ul class="plan-rows">
        {rows.slice(0, limit.value).map((row) => (
          <PlanRow key={row.key} row={row} session={session} isOne={isOne} />
        ))}
        {shown === 'bad' && plan.bad.slice(0, limit.value).map((bad) => <BadRow bad={bad} isOne={isOne} />)}
        {shown === 'leftOut' &&
          plan.leftOut.slice(0, limit.value).map((left) => <LeftOutRow left={left} isOne={isOne} />)}
      </ul>
      {count > limit.value && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            limit.value += SOME;
          }}
        >
          {say.plan.more(Math.min(SOME, count - limit.value))}
        </button>
      )}
    </>
  );
}

const shownAs = (plan: RowsProps['plan'], show: Show) => ({
  show,
  keys: new Set(rowsShown(plan, show).map(({ key }) => key)),
});

function BadRow({ bad: { where, why, excerpt }, isOne }: { readonly bad: Bad; readonly isOne: boolean }) {
  return (
    <li class="bad-row">
      <p>
        <span class="where">{say.plan.where(where, isOne)}</span> {why}
      </p>
      {excerpt !== '' && (
        <p class="excerpt" dir="auto">
          {say.plan.excerpt} <q>{excerpt}</q>
        </p>
      )}
    </li>
  );
}

function LeftOutRow({ left: { where, what }, isOne }: { readonly left: LeftOut; readonly isOne: boolean }) {
  return (
    <li>
      <p>
        <span class="where">{say.plan.where(where, isOne)}</span> {what}
      </p>
    </li>
  );
}
