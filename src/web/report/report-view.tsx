import { ViewHead } from '../ui/view-head.tsx';
import { say } from '../words/say.ts';

/** A proof of the search, to be printed. */
export function ReportView() {
  return (
    <div class="view">
      <main class="page">
        <ViewHead title={say.places.report} />
      </main>
    </div>
  );
}
