import { useRef } from 'preact/hooks';
import { application } from '../../domain/application.ts';
import { FilterChip } from '../contacts/field-filter.tsx';
import { useTouchbase } from '../touchbase.ts';
import { useFocusHandOver } from '../ui/focus-back.ts';
import { isPhone } from '../ui/media.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { say } from '../words/say-pipeline.ts';
import { FILTERS, writeAsked } from './asked.ts';
import type { Pipeline } from './pipeline.ts';
import { JobsSort } from './table/jobs-sort.tsx';

// The palette offers it, too.
const SaveJobs = onDemand(
  async () => (await import('../saving/save-jobs.tsx')).SaveJobs,
  () => null,
);

interface PipelineProps {
  readonly pipeline: Pipeline;
}

/** As a board or as a table, what narrows it, and how many are left. */
export function PipelineFilters({ pipeline }: PipelineProps) {
  const { replica, reader } = useTouchbase();
  const collection = replica.collection(application.type);
  const { values, isTable } = pipeline.asked.value;
  const choose = (name: string, value: string | undefined) => {
    const { [name]: _, ...others } = values;
    pipeline.ask({ values: value === undefined ? others : { ...others, [name]: value } });
  };
  return (
    <div class="filters">
      <div class="chips" role="group" aria-label={say.filters.group}>
        <Layouts pipeline={pipeline} />
        {FILTERS.map((name) => (
          <FilterChip
            key={name}
            name={name}
            collection={collection}
            chosen={values[name]}
            onChoose={(value) => choose(name, value)}
          />
        ))}
      </div>
      <div class="total">
        {!reader.isReady.value && <progress aria-label={say.pipeline.loading} />}
        <span>{say.pipeline.count(pipeline.shown.value.length, collection.size.value)}</span>
        {isTable && pipeline.shown.value.length > 0 && <SaveJobs.Component />}
        {isTable && isPhone.value && <JobsSort pipeline={pipeline} />}
        {Object.keys(values).length > 0 && <Clear pipeline={pipeline} />}
      </div>
    </div>
  );
}

/** It goes when it is pressed: the focus goes on to what is shown. */
function Clear({ pipeline }: PipelineProps) {
  const button = useRef<HTMLButtonElement>(null);
  useFocusHandOver(button, () => pipeline.focus());
  return (
    <button ref={button} type="button" class="link" onClick={() => pipeline.ask({ values: {} })}>
      {say.filters.clear}
    </button>
  );
}

/** Links, so that either can be opened beside the other. */
function Layouts({ pipeline }: PipelineProps) {
  const { router } = useTouchbase();
  const asked = pipeline.asked.value;
  return (
    <span class="layouts" role="group" aria-label={say.pipeline.layout}>
      {[false, true].map((isTable) => (
        <a
          key={String(isTable)}
          href={router.hrefTo(
            'applications',
            null,
            writeAsked({ ...asked, isTable, sort: isTable ? asked.sort : null }),
          )}
          aria-current={asked.isTable === isTable ? 'page' : undefined}
        >
          {isTable ? say.pipeline.table : say.pipeline.board}
        </a>
      ))}
    </span>
  );
}
