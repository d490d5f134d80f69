import { ViewHead } from '../ui/view-head.tsx';
import { say } from '../words/say.ts';

/** Where each application stands. */
export function PipelineView() {
  return (
    <div class="view">
      <main class="page">
        <ViewHead title={say.places.applications} />
      </main>
    </div>
  );
}
