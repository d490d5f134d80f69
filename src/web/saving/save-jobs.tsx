import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-saving.ts';
import { withSaving } from './with-saving.ts';

/** Saves the table of applications as it is shown. */
export function SaveJobs() {
  const touchbase = useTouchbase();
  return (
    <button
      type="button"
      class="link"
      onClick={() => withSaving(touchbase, (saving) => saving.saveJobsAsCsv(touchbase))}
    >
      {say.saving.csv}
    </button>
  );
}
