import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { say } from '../words/say.ts';
import { Icon } from './icon.tsx';

/** A component that is loaded when it is first drawn or prepared; until then nothing stands in its place. */
export interface OnDemand<Props> {
  readonly Component: ComponentType<Props>;
  /** Loads it ahead of its use. */
  readonly prepare: () => void;
}

interface Retry {
  readonly onRetry: () => void;
}

/**
 * @param load imports the module and gives the component; a failure is tried again the next time, and when the network is
 *   back
 * @param Failed stands in its place after a failure
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Failed: ComponentType<Props & Retry> = NotLoaded,
): OnDemand<Props> {
  const loaded = signal<{ readonly Component: ComponentType<Props> } | null>(null);
  const hasFailed = signal(false);
  let isLoading = false;
  const prepare = () => {
    if (isLoading) return;
    isLoading = true;
    hasFailed.value = false;
    load().then(
      (Component) => {
        loaded.value = { Component };
      },
      () => {
        isLoading = false;
        hasFailed.value = true;
        // The network may have been away; it is waited for once, however often this failed.
        addEventListener('online', prepare, { once: true });
      },
    );
  };
  const Component = (props: Props) => {
    useMemo(prepare, []);
    const { value } = loaded;
    if (value) return <value.Component {...props} />;
    return hasFailed.value ? <Failed {...props} onRetry={prepare} /> : null;
  };
  return { Component, prepare };
}

function NotLoaded({ onRetry }: Retry) {
  return (
    <div class="nothing" role="alert">
      <p>{say.app.notReached}</p>
      <button type="button" class="plain" onClick={onRetry}>
        {say.contacts.retry}
      </button>
    </div>
  );
}

/** In the place of a dialog; it can be closed, as that could. */
export function DialogNotLoaded({ onRetry, onClose }: Retry & { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="help not-loaded" aria-label={say.app.notReached} closedby="any" onClose={onClose}>
      <header>
        <p>{say.app.notReached}</p>
        <button type="button" class="quiet" aria-label={say.app.close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      <button type="button" class="plain" autofocus onClick={onRetry}>
        {say.contacts.retry}
      </button>
    </dialog>
  );
}
