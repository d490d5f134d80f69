import { told } from '../words/say-conversation.ts';
import { MEDIA } from './composing.ts';
import { Glyph, type GlyphName } from './glyph.tsx';
import type { Composing } from './use-composing.ts';

const LOOKS = {
  call: { glyph: 'phone', shortcut: 'c' },
  email: { glyph: 'mail', shortcut: 'e' },
  note: { glyph: 'note', shortcut: 'n' },
} as const satisfies Record<(typeof MEDIA)[number], { glyph: GlyphName; shortcut: string }>;

const BAR = 'log-bar';

/** Gives the focus to where logging begins, or a task, without moving what is read. */
export function focusLogBar(button: (typeof MEDIA)[number] | 'task' = MEDIA[0]): void {
  document.getElementById(BAR)?.querySelector<HTMLElement>(`[name=${button}]`)?.focus({ preventScroll: true });
}

/** What can be written down, one click or one key each. */
export function LogBar({ composing }: { readonly composing: Composing }) {
  const { doing, waiting, log, plan } = composing;
  const now = doing.value;
  const kept = now.what === 'composing' ? null : waiting();
  return (
    <div id={BAR} class="log-bar" role="group" aria-label={told.composer.bar}>
      {MEDIA.map((medium) => (
        <LogButton
          key={medium}
          name={medium}
          label={told.composer.media[medium]}
          {...LOOKS[medium]}
          isOpen={now.what === 'composing' && now.medium === medium}
          onClick={() => log(medium)}
        />
      ))}
      <LogButton
        name="task"
        label={told.composer.media.task}
        glyph="check"
        shortcut="t"
        isOpen={now.what === 'planning'}
        onClick={plan}
      />
      {kept && (
        <button type="button" class="link" onClick={() => log(kept)}>
          {told.composer.waiting}
        </button>
      )}
    </div>
  );
}

interface LogButtonProps {
  readonly name: string;
  readonly label: string;
  readonly glyph: GlyphName;
  readonly shortcut: string;
  readonly isOpen: boolean;
  readonly onClick: () => void;
}

function LogButton({ name, label, glyph, shortcut, isOpen, onClick }: LogButtonProps) {
  return (
    <button
      type="button"
      name={name}
      class="plain"
      aria-expanded={isOpen}
      aria-keyshortcuts={shortcut}
      onClick={onClick}
    >
      <Glyph name={glyph} />
      {label}
      <span aria-hidden="true">
        <kbd>{shortcut}</kbd>
      </span>
    </button>
  );
}
