import type { RefObject } from 'preact';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say.ts';
import { SyncState } from './sync-state.tsx';

interface HeaderProps {
  readonly search: RefObject<HTMLInputElement | null>;
  /** The person goes on from the search to the list. */
  readonly onList: () => void;
}

/** The name of the view, the search and the one main action. */
export function Header({ search, onList }: HeaderProps) {
  const { router } = useTouchbase();
  const { query } = router.route.value.list;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') onList();
    else if (event.key !== 'Escape') return;
    else if (query) router.search('');
    else search.current?.blur();
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
