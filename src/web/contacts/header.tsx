import type { RefObject } from 'preact';
import { useTouchbase } from '../touchbase.ts';
import { SearchHead } from '../ui/search-head.tsx';
import { say } from '../words/say.ts';

interface HeaderProps {
  readonly search: RefObject<HTMLInputElement | null>;
}

/** The head of the list of contacts. */
export function Header({ search }: HeaderProps) {
  const { router, grid } = useTouchbase();
  return (
    <SearchHead
      title={say.contacts.title}
      search={search}
      label={say.contacts.search}
      query={router.route.value.list.query}
      onSearch={(query) => router.search(query)}
      onLeave={() => grid.focus()}
      add={{ label: say.contacts.add, href: router.hrefOf('new') }}
    />
  );
}
