import type { RefObject } from 'preact';
import { SyncState } from '../contacts/sync-state.tsx';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-pipeline.ts';
import { writeAsked } from './asked.ts';
import type { Pipeline } from './pipeline.ts';

interface HeaderProps {
  readonly pipeline: Pipeline;
  readonly search: RefObject<HTMLInputElement | null>;
}

/** The name of the view, the search and the one main action. */
export function Header({ pipeline, search }: HeaderProps) {
  const { router } = useTouchbase();
  const asked = pipeline.asked.value;
  const find = (query: string) => pipeline.ask({ query }, asked.query !== '');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Escape') return;
    if (event.key === 'Escape' && asked.query) find('');
    else pipeline.focus();
    event.preventDefault();
  };
  return (
    <header class="head">
      <h1>{say.places.applications}</h1>
      <search class="search">
        <Icon name="search" />
        <input
          ref={search}
          type="search"
          dir="auto"
          aria-label={say.pipeline.search}
          aria-keyshortcuts="/"
          placeholder={say.pipeline.search}
          autocomplete="off"
          spellcheck={false}
          value={asked.query}
          onInput={(event) => find(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <kbd>/</kbd>
      </search>
      <SyncState />
      <a class="primary" href={router.hrefTo('applications', 'new', writeAsked(asked))} aria-keyshortcuts="n">
        <Icon name="plus" />
        <span>{say.pipeline.add}</span>
      </a>
    </header>
  );
}
