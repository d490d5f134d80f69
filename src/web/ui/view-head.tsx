import type { ComponentChildren } from 'preact';
import { SyncState } from '../contacts/sync-state.tsx';

interface ViewHeadProps {
  readonly title: string;
  /** What can be done here, the main action last. */
  readonly children?: ComponentChildren;
}

/** The name of a view, whether all is saved, and what can be done there. */
export function ViewHead({ title, children }: ViewHeadProps) {
  return (
    <header class="head">
      <h1>{title}</h1>
      <span class="space" />
      <SyncState />
      {children}
    </header>
  );
}
