import type { Signal } from '@preact/signals';
import type { AnyRecord } from '../../domain/noun.ts';
import { Folded } from '../timeline/folded.tsx';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-application.ts';
import { ClashNote } from './clash-note.tsx';
import { FACT_NAMES, type Fact, factsOf, missingFacts } from './facts-of.ts';
import { type Editing, Part } from './part.tsx';
import { SafeLink } from './safe-link.tsx';

interface FactsProps {
  readonly record: AnyRecord;
  readonly editing: Signal<Editing | null>;
}

/** What is known of an application. A press on anything edits it. */
export function Facts({ record, editing }: FactsProps) {
  const { desks } = useTouchbase();
  const edit = (name: string) => {
    editing.value = { name };
  };
  return (
    <Part
      record={record}
      desk={desks.applications}
      title={say.facts.title}
      names={FACT_NAMES}
      editing={editing}
      Note={ClashNote}
    >
      {factsOf(record).map((facts) => (
        <dl key={facts[0]?.name} class="known">
          {facts.map((fact) => (
            <div key={fact.name} class={fact.name === 'notes' ? 'fact whole' : 'fact'}>
              <dt>{fact.label}</dt>
              <dd>
                <Value fact={fact} record={record} onEdit={() => edit(fact.name)} />
              </dd>
            </div>
          ))}
        </dl>
      ))}
      <Missing record={record} onFillIn={edit} />
    </Part>
  );
}

interface MissingProps {
  readonly record: AnyRecord;
  readonly onFillIn: (name: string) => void;
}

/** What is not known yet, each the way to fill it in. */
function Missing({ record, onFillIn }: MissingProps) {
  const missing = missingFacts(record);
  if (missing.length === 0) return null;
  return (
    <p class="missing" role="group" aria-label={say.facts.add}>
      <span aria-hidden="true">{say.facts.add}:</span>
      {missing.map(({ name, label }) => (
        <button
          key={name}
          type="button"
          class="pick"
          aria-label={say.facts.addOne(label)}
          onClick={() => onFillIn(name)}
        >
          {label}
        </button>
      ))}
    </p>
  );
}

interface ValueProps {
  readonly fact: Fact;
  readonly record: AnyRecord;
  readonly onEdit: () => void;
}

/** A value, which is a button; a link and a long text have the button beside them. */
function Value({ fact: { name, label, text }, record, onEdit }: ValueProps) {
  if (name === 'url' || name === 'notes') {
    return (
      <span class="value">
        {name === 'url' ? <SafeLink url={text} label={hostOf(text)} /> : <Folded text={text} />}
        <button type="button" class="quiet" aria-label={say.application.editPart(label)} onClick={onEdit}>
          <Icon name="pen" />
        </button>
      </span>
    );
  }
  const { tags } = record;
  return (
    <button type="button" class="value" dir="auto" aria-label={say.application.editFact(label, text)} onClick={onEdit}>
      {name === 'tags' && Array.isArray(tags) ? tags.map((tag) => <Tag key={String(tag)} text={String(tag)} />) : text}
    </button>
  );
}

function Tag({ text }: { readonly text: string }) {
  return (
    <span class="tag" dir="auto">
      {text}
    </span>
  );
}

/** An address as short as it still says where it leads. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}
