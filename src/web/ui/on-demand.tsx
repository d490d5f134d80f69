import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { say } from '../words/say.ts';

/** A component that is loaded when it is first drawn or prepared; until then nothing stands in its place. */
export interface OnDemand<Props> {
  readonly Component: ComponentType<Props>;
  /** Loads it ahead of its use. */
  readonly prepare: () => void;
}

/** @param load imports the module and gives the component; a failure is tried again the next time */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): OnDemand<Props> {
  const loaded = signal<{ readonly Component: ComponentType<Props> } | null>(null);
  const hasFailed = signal(false);
  let isLoading = false;
  const prepare = () => {
    if (isLoading) return;
    isLoading = true;
    load().then(
      (Component) => {
        loaded.value = { Component };
      },
      () => {
        isLoading = false;
        hasFailed.value = true;
      },
    );
  };
  const retry = () => {
    hasFailed.value = false;
  };
  const Component = (props: Props) => {
    const { value } = loaded;
    if (value) return <value.Component {...props} />;
    if (!hasFailed.peek()) prepare();
    return hasFailed.value ? <NotLoaded onRetry={retry} /> : null;
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
