import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../words/say-later.ts';
import { Icon } from './icon.tsx';
import { COMMAND_KEY } from './keys.ts';

type Entry = readonly [keys: readonly string[], what: keyof typeof say.keys.help];

const SECTIONS = {
  anywhere: [
    [[`${COMMAND_KEY} K`], 'find'],
    [['/'], 'search'],
    [['n'], 'add'],
    [[`${COMMAND_KEY} Z`], 'undo'],
    [[`${COMMAND_KEY} Shift Z`], 'redo'],
    [['?'], 'keys'],
    [['Esc'], 'close'],
  ],
  list: [
    [['←', '↑', '↓', '→'], 'move'],
    [['Home', 'End'], 'rowEnds'],
    [['Ctrl Home', 'Ctrl End'], 'listEnds'],
    [['PageUp', 'PageDown'], 'pages'],
    [['Enter'], 'open'],
    [['F2'], 'edit'],
    [['a', '…', '9'], 'type'],
    [['Delete'], 'delete'],
  ],
  today: [
    [['↑', '↓', 'Home', 'End'], 'moveThing'],
    [['d'], 'done'],
    [['s'], 'snooze'],
    [['c', 'e'], 'logThing'],
    [['a'], 'accept'],
    [['x'], 'dismiss'],
    [['f'], 'nextFollowUp'],
    [['t'], 'task'],
  ],
  board: [
    [['←', '↑', '↓', '→'], 'moveCard'],
    [['Enter'], 'openCard'],
    [['[', ']', 'Shift ←', 'Shift →'], 'moveStage'],
    [['m'], 'stages'],
  ],
  selecting: [
    [['Space'], 'check'],
    [['Shift Space'], 'selectRow'],
    [['Shift ↑', 'Shift ↓'], 'extend'],
    [[`${COMMAND_KEY} A`], 'selectAll'],
    [['Esc'], 'clear'],
    [['Alt ↑', 'Alt ↓'], 'moveColumn'],
  ],
  conversation: [
    [['c'], 'call'],
    [['e'], 'email'],
    [['n'], 'note'],
    [['t'], 'task'],
    [[`${COMMAND_KEY} Enter`], 'log'],
  ],
  editing: [
    [['Enter'], 'save'],
    [['Tab'], 'next'],
    [['Shift Tab'], 'previous'],
    [['Esc'], 'cancel'],
    [[`${COMMAND_KEY} Enter`], 'saveForm'],
  ],
} as const satisfies Record<string, readonly Entry[]>;

/** All that the keyboard can do. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="help" onClose={onClose} aria-labelledby="help-title" closedby="any">
      <header>
        <h2 id="help-title">{say.keys.title}</h2>
        <button type="button" class="quiet" aria-label={say.app.close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      <Section title={say.keys.anywhere} entries={SECTIONS.anywhere} />
      <Section title={say.keys.list} entries={SECTIONS.list} />
      <Section title={say.places.today} entries={SECTIONS.today} />
      <Section title={say.keys.conversation} entries={SECTIONS.conversation} />
      <Section title={say.keys.board} entries={SECTIONS.board} />
      <Section title={say.keys.selecting} entries={SECTIONS.selecting} />
      <Section title={say.keys.editing} entries={SECTIONS.editing} />
    </dialog>
  );
}

function Section({ title, entries }: { title: string; entries: readonly Entry[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {entries.map(([keys, what]) => (
          <div key={what}>
            <dt>{say.keys.help[what]}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
