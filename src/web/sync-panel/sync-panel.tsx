import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Conflict, Pending } from '../sync/change.ts';
import { useTouchbase } from '../touchbase.ts';
import { useFocusHandOver } from '../ui/focus-back.ts';
import { Icon } from '../ui/icon.tsx';
import { momentWords } from '../words/moment.ts';
import { say } from '../words/say-later.ts';
import { AsOf } from './as-of.tsx';
import { changeWords, conflictWords, typedWords } from './change-words.ts';
import './sync-panel.css';

/** So many are listed: the others are counted. */
const MOST = 100;

/** What waits to be sent, what was not taken, and where two devices wrote the same. */
export function SyncPanel({ onClose }: { readonly onClose: () => void }) {
  const { replica } = useTouchbase();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  // What was decided goes away, and its button with it: a keyboard or a screen reader goes on from the top.
  const toTop = () => title.current?.focus();
  const [pending, refused, conflicts] = [replica.pending.value, replica.refused.value, replica.conflicts.value];
  return (
    <dialog ref={dialog} class="help sync-panel" aria-labelledby="sync-title" closedby="any" onClose={onClose}>
      <header>
        <h2 ref={title} id="sync-title" tabIndex={-1}>
          {say.sync.title}
        </h2>
        <button type="button" class="quiet" aria-label={say.app.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <AsOf />
      {conflicts.length > 0 && (
        <section>
          <h3>{say.syncPanel.conflicts}</h3>
          <ul>
            {conflicts.map((conflict) => (
              <ConflictItem key={`${conflict.change_id} ${conflict.field}`} conflict={conflict} onDone={toTop} />
            ))}
          </ul>
        </section>
      )}
      {refused.length > 0 && (
        <section>
          <h3>{say.syncPanel.refused}</h3>
          <ul>
            {refused.map((change) => (
              <RefusedItem key={change.change_id} change={change} onClose={close} onDone={toTop} />
            ))}
          </ul>
        </section>
      )}
      <Waiting pending={pending} />
    </dialog>
  );
}

interface ConflictProps {
  readonly conflict: Conflict;
  /** Called when it is gone and had the focus. */
  readonly onDone: () => void;
}

/** The later value stands: the person says whether it should. Where theirs stands again, the conflict has ended by itself. */
function ConflictItem({ conflict, onDone }: ConflictProps) {
  const { actions, contacts, outbox, replica } = useTouchbase();
  const item = useRef<HTMLLIElement>(null);
  useFocusHandOver(item, onDone);
  const { type, id, field, theirs } = conflict;
  const isDeleted = replica.record({ type, id })?.deleted_at != null;
  const resolve = () => void replica.commit({ resolved: [conflict] });
  const takeTheirs = () => {
    const isContact = type === contacts.noun.type;
    if (isContact && isDeleted) actions.restore(id);
    else if (isContact) actions.edit(id, { [field]: theirs });
    else replica.change({ type, id }, isDeleted ? { op: 'restore' } : { op: 'edit', record: { [field]: theirs } });
    void outbox.send();
  };
  return (
    <li ref={item}>
      <p dir="auto">{conflictWords(replica, conflict)}</p>
      <div class="acts">
        <button type="button" class="plain" onClick={resolve}>
          {isDeleted ? say.syncPanel.keepDeleted : say.syncPanel.keepMine}
        </button>
        <button type="button" class="plain" onClick={takeTheirs}>
          {isDeleted ? say.syncPanel.bringBack : say.syncPanel.keepTheirs}
        </button>
      </div>
    </li>
  );
}

interface RefusedProps {
  readonly change: Pending;
  readonly onClose: () => void;
  /** Called when it is gone and had the focus. */
  readonly onDone: () => void;
}

function RefusedItem({ change, onClose, onDone }: RefusedProps) {
  const { contacts, outbox, replica, router } = useTouchbase();
  const isSure = useSignal(false);
  const item = useRef<HTMLLIElement>(null);
  useFocusHandOver(item, onDone);
  const discard = () => {
    if (isSure.value) void replica.commit({ settled: [change] });
    else isSure.value = true;
  };
  const review = () => {
    onClose();
    router.open({ id: change.id });
  };
  const tryAgain = async () => {
    const { refused: _, ...again } = change;
    await replica.commit({ revised: [again] });
    await outbox.send();
  };
  return (
    <li ref={item}>
      <p dir="auto">
        <strong>{changeWords(replica, change)}</strong>
        <br />
        {change.refused?.detail}
      </p>
      <p class="typed" dir="auto">
        {typedWords(replica, change)}
      </p>
      <div class="acts">
        {change.type === contacts.noun.type && (
          <button type="button" class="plain" onClick={review}>
            {say.sync.review}
          </button>
        )}
        <button type="button" class="plain" onClick={() => void tryAgain()}>
          {say.syncPanel.again}
        </button>
        <button type="button" class="plain danger" onClick={discard}>
          {isSure.value ? say.syncPanel.discardForGood : say.panel.discard}
        </button>
      </div>
    </li>
  );
}

function Waiting({ pending }: { readonly pending: readonly Pending[] }) {
  const { outbox, reader, replica } = useTouchbase();
  const tryNow = () => {
    outbox.retry();
    void outbox.send();
    void reader.read();
  };
  const trouble = outbox.trouble.value ?? reader.trouble.value;
  return (
    <section>
      <h3>{say.syncPanel.waiting}</h3>
      {pending.length === 0 ? <p>{say.syncPanel.nothing}</p> : null}
      <ol>
        {pending.slice(0, MOST).map((change) => (
          <li key={change.change_id}>
            <span dir="auto">{changeWords(replica, change)}</span>{' '}
            <time dateTime={change.at}>{momentWords(change.at)}</time>
          </li>
        ))}
      </ol>
      {pending.length > MOST && <p>{say.syncPanel.more(pending.length - MOST)}</p>}
      {trouble !== null && <p role="status">{trouble}</p>}
      <button type="button" class="plain" onClick={tryNow}>
        {say.sync.retry}
      </button>
    </section>
  );
}
