import { useEffect, useMemo } from 'preact/hooks';
import { application } from '../../domain/application.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import type { Noun } from '../../domain/noun.ts';
import type { NamedStage } from '../../domain/stage-names.ts';
import { toText } from '../../domain/typed-text.ts';
import { ClashNote } from '../application/clash-note.tsx';
import { PanelHead } from '../contacts/panel/panel-head.tsx';
import { addApplication } from '../deeds/applications.ts';
import { type Draft, NEW } from '../form/drafts.ts';
import { Form } from '../form/form.tsx';
import { useTouchbase } from '../touchbase.ts';
import { isWide } from '../ui/media.ts';
import { swallowSecondClick } from '../ui/second-click.ts';
import { say } from '../words/say-application.ts';
import { writeAsked } from './asked.ts';
import type { Pipeline } from './pipeline.ts';

/** In the order in which one knows them: what it is and where it stands first, the posting's text where there is room. */
const NAMES = [
  ...['position', 'company', 'via', 'stage', 'outcome', 'applied_on', 'route'],
  ...['next_action', 'next_action_on', 'deadline', 'url', 'description'],
  ...['location', 'workplace', 'workload', 'salary_min', 'salary_max', 'salary_currency', 'salary_period'],
  ...['source', 'resume_version', 'applied_by', 'tags', 'notes'],
];

type Values = Record<string, unknown>;

const PRESETS = { stage: 'saved' };

/** A new application beside the board; over it where there is no room. */
export function NewApplication({ pipeline }: { readonly pipeline: Pipeline }) {
  const { deeds, desks, router, today } = useTouchbase();
  const { drafts, unsaved } = desks.applications;
  const stages = pipeline.stages.value;
  const desk = useMemo(() => ({ ...desks.applications, noun: withStages(stages) }), [stages]);
  useEffect(() => () => unsaved.leave(NEW), []);
  const close = () => router.goTo('applications', null, writeAsked(pipeline.asked.peek()));
  const save = (values: Values) => {
    const refused = refusalOf(values, today.peek());
    if (refused) return drafts.giveBack(NEW, { texts: textsOf(values), over: {}, refused });
    const { id } = addApplication(deeds, values);
    pipeline.added.value = id;
    // Among what is searched for it may not be, nor in a column that is folded: then its page shows that it is there.
    if (!pipeline.isSeen(id)) return router.goTo('applications', { id }, writeAsked(pipeline.asked.peek()));
    close();
    pipeline.focus(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    close();
  };
  return (
    <>
      {!isWide.value && <div class="scrim" onPointerDown={close} />}
      <aside class="panel" aria-labelledby="panel-title" onKeyDown={onKeyDown} onClick={swallowSecondClick}>
        <PanelHead title={say.application.newTitle} onClose={close} />
        <Form
          key={drafts.revisionOf(NEW)}
          desk={desk}
          names={NAMES}
          draft={NEW}
          record={undefined}
          presets={PRESETS}
          saveLabel={say.pipeline.add}
          Note={ClashNote}
          onSave={save}
        />
      </aside>
    </>
  );
}

/** The noun with the stages as this person calls and orders them. */
function withStages(stages: readonly NamedStage[]): Noun {
  const shown = stages.filter(({ isHidden }) => !isHidden).map(({ stage, name }) => [stage, name]);
  const { fields } = application;
  return { ...application, fields: { ...fields, stage: { ...fields.stage, choices: Object.fromEntries(shown) } } };
}

/** Why an application cannot be so, where fields contradict each other; each was right alone. */
function refusalOf(values: Values, today: CalendarDate): Draft['refused'] {
  const settled = application.settle?.(undefined, values, today);
  if (!settled || !('errors' in settled)) return undefined;
  return { detail: settled.errors.map(({ detail }) => detail).join(' '), errors: [...settled.errors] };
}

function textsOf(values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, toText(value)]));
}
