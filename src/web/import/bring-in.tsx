import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { sourceOf } from '../../interop/import/source.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { say } from '../words/say-import.ts';
import { sourceOfFile } from './files.ts';
import type { Bringing } from './use-bring.ts';
import './bring-in.css';

const Ways = onDemand(async () => (await import('./ways.tsx')).Ways);

interface BringInProps extends Bringing {
  /** Whether files are held over the window. */
  readonly isOver: boolean;
}

/** Takes files by a button, by dropping them, or text by pasting it. */
export function BringIn({ bring, said, isOver }: BringInProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <section aria-labelledby="bring-in">
      <h2 id="bring-in">{say.bringIn.title}</h2>
      <p>{say.bringIn.text}</p>
      <div class={isOver ? 'drop over' : 'drop'}>
        <button type="button" class="primary" onClick={() => input.current?.click()}>
          {say.bringIn.choose}
        </button>
        <span class="or">{say.bringIn.drop}</span>
        <ul class="kinds" aria-label={say.bringIn.kindsTitle}>
          {say.bringIn.kinds.map((kind) => (
            <li key={kind}>{kind}</li>
          ))}
        </ul>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={({ currentTarget }) => bring([...(currentTarget.files ?? [])].map(sourceOfFile))}
        />
      </div>
      <p role="status" class="said">
        {said.value}
      </p>
      <details class="where-from">
        <summary>{say.bringIn.ways}</summary>
        <Ways.Component />
      </details>
      <Paste onRead={(text) => bring([sourceOf(say.bringIn.pasted, text)])} />
    </section>
  );
}

function Paste({ onRead }: { readonly onRead: (text: string) => void }) {
  const id = useId();
  const text = useSignal('');
  return (
    <details class="paste">
      <summary>{say.bringIn.paste}</summary>
      <label for={id}>{say.bringIn.pasteLabel}</label>
      <textarea
        id={id}
        rows={6}
        dir="auto"
        spellcheck={false}
        value={text.value}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
        }}
      />
      <button
        type="button"
        class="plain"
        aria-disabled={text.value.trim() === ''}
        onClick={() => text.value.trim() !== '' && onRead(text.value)}
      >
        {say.bringIn.readPasted}
      </button>
    </details>
  );
}
