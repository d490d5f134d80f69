import type { RefObject } from 'preact';
import { useTouchbase } from '../touchbase.ts';
import { SearchHead } from '../ui/search-head.tsx';
import { say } from '../words/say-pipeline.ts';
import { writeAsked } from './asked.ts';
import type { Pipeline } from './pipeline.ts';

interface HeaderProps {
  readonly pipeline: Pipeline;
  readonly search: RefObject<HTMLInputElement | null>;
}

/** The head of the pipeline. */
export function Header({ pipeline, search }: HeaderProps) {
  const { router } = useTouchbase();
  const asked = pipeline.asked.value;
  return (
    <SearchHead
      title={say.places.applications}
      search={search}
      label={say.pipeline.search}
      query={asked.query}
      onSearch={(query) => pipeline.ask({ query }, asked.query !== '')}
      onLeave={() => pipeline.focus()}
      add={{ label: say.pipeline.add, href: router.hrefTo('applications', 'new', writeAsked(asked)) }}
    />
  );
}
