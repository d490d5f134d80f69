import type { Happened } from '../../domain/timeline.ts';
import { toText } from '../../domain/typed-text.ts';
import { reopenTask } from '../deeds/tasks.ts';
import { useTouchbase } from '../touchbase.ts';
import { told } from '../words/say-conversation.ts';
import { type About, namedApplication } from './about.ts';
import { Glyph, type GlyphName } from './glyph.tsx';
import { outcomeWords, stageWords } from './stage-words.ts';
import { When } from './when.tsx';

type Other = Exclude<Happened, { kind: 'interaction' }>;

const GLYPHS = { task: 'check', stage: 'stage', status: 'status', added: 'plus' } as const satisfies Record<
  Other['kind'],
  GlyphName
>;

/** One thing that happened beside the conversations, in a line. */
export function Entry({ entry, about }: { readonly entry: Other; readonly about: About }) {
  const { deeds, replica } = useTouchbase();
  const words = wordsFor(entry, (stage) => stageWords(replica, stage));
  const title = toText(entry.record.title);
  return (
    <article class="entry">
      <Glyph name={GLYPHS[entry.kind]} />
      <p class="line" dir="auto">
        {words}
        {entry.kind === 'stage' && !about.application && <ApplicationLink entry={entry} />}
      </p>
      <span class="side">
        <When at={entry.at} />
        {entry.kind === 'task' && (
          <button
            type="button"
            class="quiet"
            aria-label={told.timeline.reopen(title)}
            title={told.timeline.reopen(title)}
            onClick={() => reopenTask(deeds, entry.record)}
          >
            <Glyph name="back" />
          </button>
        )}
      </span>
    </article>
  );
}

function ApplicationLink({ entry }: { readonly entry: Other }) {
  const { router } = useTouchbase();
  const { id, name } = namedApplication(entry.record);
  return (
    <>
      {' · '}
      <a href={router.hrefTo('applications', { id })}>{name}</a>
    </>
  );
}

function wordsFor(entry: Other, stageName: (stage: string) => string): string {
  switch (entry.kind) {
    case 'stage':
      return entry.outcome === null
        ? told.timeline.moved(stageName(entry.stage))
        : told.timeline.closed(outcomeWords(entry.outcome));
    case 'status':
      return told.timeline.status(entry.status ?? '');
    case 'task':
      return told.tasks.done(toText(entry.record.title));
    case 'added':
      return told.timeline.added;
  }
}
