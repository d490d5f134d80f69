import type { RefObject } from 'preact';
import { SyncState } from '../contacts/sync-state.tsx';
import { Icon } from './icon.tsx';

interface SearchHeadProps {
  readonly title: string;
  readonly search: RefObject<HTMLInputElement | null>;
  /** What is searched. */
  readonly label: string;
  readonly query: string;
  readonly onSearch: (query: string) => void;
  /** The focus is to go on to what was found. */
  readonly onLeave: () => void;
  /** The one main action, and where it leads. */
  readonly add: { readonly label: string; readonly href: string };
}

/** The name of a view that lists something, its search, whether all is saved, and the one main action. */
export function SearchHead({ title, search, label, query, onSearch, onLeave, add }: SearchHeadProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Escape') return;
    if (event.key === 'Escape' && query) onSearch('');
    else onLeave();
    event.preventDefault();
  };
  return (
    <header class="head">
      <h1>{title}</h1>
      <search class="search">
        <Icon name="search" />
        <input
          ref={search}
          type="search"
          dir="auto"
          aria-label={label}
          aria-keyshortcuts="/"
          placeholder={label}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => onSearch(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <kbd>/</kbd>
      </search>
      <SyncState />
      <a class="primary" href={add.href} aria-keyshortcuts="n">
        <Icon name="plus" />
        <span>{add.label}</span>
      </a>
    </header>
  );
}
