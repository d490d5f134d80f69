import type { RefObject } from 'preact';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say.ts';
import { SyncState } from './sync-state.tsx';

interface HeaderProps {
  readonly search: RefObject<HTMLInputElement | null>;
}

/** The name of the view, the search and the one main action. */
export function Header({ search }: HeaderProps) {
  const { router, grid } = useTouchbase();
  const { query } = router.route.value.list;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Escape') return;
    if (event.key === 'Escape' && query) router.search('');
    else grid.focus();
    event.preventDefault();
  };
  return (
    <header class="head">
      <h1>{say.contacts.title}</h1>
      <search class="search">
        <Icon name="search" />
        <input
          ref={search}
          type="search"
          dir="auto"
          aria-label={say.contacts.search}
          aria-keyshortcuts="/"
          placeholder={say.contacts.search}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => router.search(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <kbd>/</kbd>
      </search>
      <SyncState />
      <a class="primary" href={router.hrefOf('new')} aria-keyshortcuts="n">
        <Icon name="plus" />
        <span>{say.contacts.add}</span>
      </a>
    </header>
  );
}
