import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Bad, LeftOut, Where } from '../../interop/import/found.ts';
import type { Plan } from '../../interop/import/plan.ts';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-plan.ts';
import type { ImportSession } from './import-session.ts';
import { PlanRecords } from './plan-records.ts';
import { PlanRow } from './plan-row.tsx';
import { countsOf, rowsKept, rowsShown, rowsWith, SHOWS, type Show } from './shown-rows.ts';

/** So many rows are shown at first, */
const SOME = 50;
/** and so many more each time. */
const MORE = 200;

interface PlanRowsProps {
  readonly session: ImportSession;
  readonly plan: Plan;
  readonly isOne: boolean;
}

/** The rows of a plan by what becomes of them, and those of one name. */
export function PlanRows({ session, plan, isOne }: PlanRowsProps) {
  const { replica } = useTouchbase();
  const records = useMemo(() => new PlanRecords(plan, replica), [plan, replica]);
  const counts = useMemo(() => countsOf(plan), [plan]);
  const chosen = useSignal(shownAs(plan, counts.decide > 0 ? 'decide' : 'all'));
  const query = useSignal('');
  const limit = useSignal(SOME);
  const { show, keys } = chosen.value;
  const rows = useMemo(() => rowsKept(plan, show, keys), [plan, show, keys]);
  const found = useMemo(() => rowsWith(rows, query.value), [rows, query.value]);
  const isRows = show !== 'bad' && show !== 'leftOut';
  const onShow = (next: Show) => {
    chosen.value = shownAs(plan, next);
    limit.value = SOME;
  };
  return (
    <>
      <div class="shows">
        <Shows counts={counts} shown={show} onShow={onShow} />
        {isRows && plan.rows.length > SOME && <Find query={query} limit={limit} />}
      </div>
      <p class={found.length === 0 && isRows && query.value !== '' ? 'none' : 'visually-hidden'} role="status">
        {isRows && query.value.trim() !== '' && say.plan.found(found.length)}
      </p>
      <List all={isRows ? found.length : counts[show]} limit={limit}>
        {isRows &&
          found
            .slice(0, limit.value)
            .map((row) => <PlanRow key={row.key} row={row} records={records} session={session} isOne={isOne} />)}
        {show === 'bad' && plan.bad.slice(0, limit.value).map((bad) => <BadRow bad={bad} isOne={isOne} />)}
        {show === 'leftOut' &&
          plan.leftOut.slice(0, limit.value).map((left) => <LeftOutRow left={left} isOne={isOne} />)}
      </List>
    </>
  );
}

const shownAs = (plan: Plan, show: Show) => ({
  show,
  keys: new Set(rowsShown(plan, show).map(({ key }) => key)),
});

interface ShowsProps {
  readonly counts: Readonly<Record<Show, number>>;
  readonly shown: Show;
  readonly onShow: (show: Show) => void;
}

function Shows({ counts, shown, onShow }: ShowsProps) {
  return (
    <div class="kinds-of" role="group" aria-label={say.plan.show}>
      {SHOWS.filter((show) => counts[show] > 0 || show === shown).map((show) => (
        <button
          key={show}
          type="button"
          class={`chip ${show}`}
          aria-pressed={show === shown}
          onClick={() => onShow(show)}
        >
          {say.plan.shows[show](counts[show])}
        </button>
      ))}
    </div>
  );
}

interface FindProps {
  readonly query: Signal<string>;
  readonly limit: Signal<number>;
}

function Find({ query, limit }: FindProps) {
  return (
    <input
      type="search"
      class="find"
      aria-label={say.plan.find}
      placeholder={say.plan.find}
      dir="auto"
      spellcheck={false}
      value={query.value}
      onInput={({ currentTarget }) => {
        query.value = currentTarget.value;
        limit.value = SOME;
      }}
    />
  );
}

interface ListProps {
  readonly all: number;
  readonly limit: Signal<number>;
  readonly children: ComponentChildren;
}

/** As many as are asked for; whoever asks for more goes on with the first of them. */
function List({ all, limit, children }: ListProps) {
  const list = useRef<HTMLUListElement>(null);
  const shown = limit.value;
  const more = () => {
    limit.value += MORE;
    requestAnimationFrame(() => {
      const first = list.current?.children[shown];
      first?.querySelector<HTMLElement>('summary, select')?.focus();
    });
  };
  return (
    <>
      <ul ref={list} class="plan-rows">
        {children}
      </ul>
      {all > shown && (
        <p class="more-rows">
          <button type="button" class="plain" onClick={more}>
            {say.plan.more(Math.min(MORE, all - shown))}
          </button>
          <span>{say.plan.shown(shown, all)}</span>
        </p>
      )}
    </>
  );
}

function BadRow({ bad: { where, why, excerpt }, isOne }: { readonly bad: Bad; readonly isOne: boolean }) {
  return (
    <li class="bad-row">
      <p>
        <Place where={where} isOne={isOne} /> {why}
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
        <Place where={where} isOne={isOne} /> {what}
      </p>
    </li>
  );
}

function Place({ where, isOne }: { readonly where: Where; readonly isOne: boolean }) {
  const place = say.plan.where(where, isOne);
  return place !== '' && <span class="where">{place}:</span>;
}
