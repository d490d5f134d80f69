import { ViewHead } from '../ui/view-head.tsx';
import { say } from '../words/say.ts';

/** What the search shows so far. */
export function InsightsView() {
  return (
    <div class="view">
      <main class="page">
        <ViewHead title={say.places.insights} />
      </main>
    </div>
  );
}
