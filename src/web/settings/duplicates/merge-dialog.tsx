import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AnyRecord, Noun } from '../../../domain/noun.ts';
import { toText } from '../../../domain/typed-text.ts';
import { useTouchbase } from '../../touchbase.ts';
import { say } from '../../words/say-settings.ts';
import { mergeIn, type Preview, previewOf } from './preview.ts';

interface MergeDialogProps {
  readonly noun: Noun;
  readonly kept: AnyRecord;
  readonly others: readonly AnyRecord[];
  readonly onClose: () => void;
  readonly onMerged: () => void;
}

/** Shows what merging would change, and does it. */
export function MergeDialog({ noun, kept, others, onClose, onMerged }: MergeDialogProps) {
  const { deeds, replica } = useTouchbase();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const merge = mergeIn(replica, noun, kept, others);
  const titleOf = (record: AnyRecord) => toText(record[noun.titleField]);
  const doIt = () => {
    if ('problem' in merge) return;
    dialog.current?.close();
    const changes = merge.operations.map(({ type, id, operation }) => ({ ref: { type, id }, operation }));
    deeds.do(say.merge.done(others.length, titleOf(kept)), changes);
    onMerged();
  };
  return (
    <dialog ref={dialog} class="help merging" aria-labelledby="merge-title" closedby="any" onClose={onClose}>
      <h2 id="merge-title" dir="auto">
        {say.merge.title(titleOf(kept))}
      </h2>
      {'problem' in merge ? (
        <p class="error">{say.merge.cannot(merge.problem.errors?.[0]?.detail ?? merge.problem.detail)}</p>
      ) : (
        <>
          <Changes preview={previewOf(noun, kept, merge.operations)} />
          <p dir="auto">{say.merge.deletes(others.map(titleOf))}</p>
        </>
      )}
      <footer>
        {!('problem' in merge) && (
          <button type="button" class="primary" autofocus onClick={doIt}>
            {say.merge.doIt}
          </button>
        )}
        <button type="button" class="plain" onClick={() => dialog.current?.close()}>
          {say.merge.cancel}
        </button>
      </footer>
    </dialog>
  );
}

function Changes({ preview: { changes, moves } }: { readonly preview: Preview }) {
  return (
    <>
      <h3>{say.merge.changes}</h3>
      {changes.length === 0 && <p>{say.merge.nothing}</p>}
      <dl>
        {changes.map(({ label, before, after }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">
              {before !== '' && (
                <>
                  <del>{before}</del> <span class="visually-hidden">{say.merge.becomes}</span>
                </>
              )}
              <span class="after">{after === '' ? say.merge.emptied : after}</span>
            </dd>
          </div>
        ))}
      </dl>
      {moves.length > 0 && <p>{say.merge.moves(moves)}</p>}
    </>
  );
}
