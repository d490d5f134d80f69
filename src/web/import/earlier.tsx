import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Run } from '../../interop/import/runs.ts';
import { useTouchbase } from '../touchbase.ts';
import { momentWords } from '../words/moment.ts';
import { say } from '../words/say-import.ts';
import { runsIn } from './runs.ts';
import { UndoButton } from './undo-button.tsx';

/** The imports that were made, each with the way back. */
export function Earlier() {
  const { replica } = useTouchbase();
  const runs = useComputed(() => runsIn(replica)).value;
  const title = useRef<HTMLHeadingElement>(null);
  const { name, at, what, undo } = say.earlier.columns;
  return (
    <section class="earlier" aria-labelledby="import-earlier">
      <h2 ref={title} id="import-earlier" tabIndex={-1}>
        {say.earlier.title}
      </h2>
      {runs.length === 0 ? (
        <p>{say.earlier.none}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{name}</th>
              <th scope="col">{at}</th>
              <th scope="col">{what}</th>
              <th scope="col">
                <span class="visually-hidden">{undo}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <RunRow key={run.run} run={run} onUndone={() => title.current?.focus()} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function RunRow({ run, onUndone }: { readonly run: Run; readonly onUndone: () => void }) {
  const { name, at, created, edited, undoneAt, isWhole } = run;
  return (
    <tr class={undoneAt ? 'undone' : undefined}>
      <th scope="row" dir="auto">
        {name}
      </th>
      <td>{momentWords(at)}</td>
      <td>
        {say.earlier.what(created, edited)}
        {!isWhole && ` (${say.earlier.broken})`}
      </td>
      <td>
        {undoneAt ? (
          say.earlier.undone
        ) : (
          <UndoButton
            run={run.run}
            name={name}
            label={say.earlier.undo}
            description={say.earlier.undoNamed(name)}
            onUndone={onUndone}
          />
        )}
      </td>
    </tr>
  );
}
