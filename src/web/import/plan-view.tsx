import { useEffect, useRef } from 'preact/hooks';
import { say } from '../words/say-plan.ts';
import { ColumnsOf } from './columns-of.tsx';
import { ForAll } from './for-all.tsx';
import type { ImportSession, Phase } from './import-session.ts';
import { PlanRows } from './plan-rows.tsx';
import { byType, whyNothing } from './shown-rows.ts';
import { Whose } from './whose.tsx';
import './plan.css';

/** More rows than these are skipped rather than passed one by one. */
const FEW = 8;

interface PlanViewProps {
  readonly session: ImportSession;
  readonly phase: Extract<Phase, { is: 'planned' }>;
}

/** What an import would do, to be looked at and adjusted, before it is done. */
export function PlanView({ session, phase: { plan, read, choices } }: PlanViewProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const acts = useRef<HTMLElement>(null);
  useEffect(() => {
    // Who corrected a column is there again by now.
    if (!title.current?.parentElement?.contains(document.activeElement)) title.current?.focus();
  }, []);
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
      {plan.rows.length > FEW && (
        <button
          type="button"
          class="plain skip"
          onClick={() => acts.current?.querySelector<HTMLElement>('button:enabled')?.focus()}
        >
          {say.plan.skip}
        </button>
      )}
      <PlanRows session={session} plan={plan} isOne={read.files === 1} />
      <footer ref={acts} class="acts">
        <button type="button" class="primary" disabled={isNothing} onClick={() => void session.apply()}>
          {isNothing ? say.plan.applyNothing : say.plan.apply(byType(plan, 'create', 'update', 'merge'))}
        </button>
        <button type="button" class="plain" onClick={() => session.begin()}>
          {say.cancel}
        </button>
      </footer>
    </section>
  );
}
