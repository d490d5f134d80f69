import { ViewHead } from '../ui/view-head.tsx';
import { say } from '../words/say.ts';

/** How a person likes Touchbase to be. */
export function SettingsView() {
  return (
    <div class="view">
      <main class="page">
        <ViewHead title={say.places.settings} />
      </main>
    </div>
  );
}
