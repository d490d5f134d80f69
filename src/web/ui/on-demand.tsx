import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useMemo } from 'preact/hooks';
import { say } from '../words/say.ts';

/** A component that is loaded when it is first drawn or prepared; until then nothing stands in its place. */
export interface OnDemand<Props> {
  readonly Component: ComponentType<Props>;
  /** Loads it ahead of its use. */
  readonly prepare: () => void;
}

/** @param load imports the module and gives the component; a failure is tried again the next time, and when the network is back */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): OnDemand<Props> {
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
    return hasFailed.value ? <NotLoaded onRetry={prepare} /> : null;
  };
  return { Component, prepare };
}

function NotLoaded({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <div class="nothing" role="alert">
      <p>{say.app.notReached}</p>
      <button type="button" class="plain" onClick={onRetry}>
        {say.contacts.retry}
      </button>
    </div>
  );
}
