import { ViewHead } from '../ui/view-head.tsx';
import { say } from '../words/say.ts';

/** What to do today. */
export function TodayView() {
  return (
    <div class="view">
      <main class="page">
        <ViewHead title={say.places.today} />
      </main>
    </div>
  );
}
