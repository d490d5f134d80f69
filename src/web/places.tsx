import type { Elsewhere, Place } from './route.ts';
import { useTouchbase } from './touchbase.ts';
import { type OnDemand, onDemand } from './ui/on-demand.tsx';

/** The places beside the list of contacts, each loaded when somebody goes there. The account's belongs to its home. */
const VIEWS: Readonly<Record<Exclude<Place, 'account'>, OnDemand<Elsewhere>>> = {
  today: onDemand(async () => (await import('./today/today-view.tsx')).TodayView),
  applications: onDemand(async () => (await import('./pipeline/pipeline-view.tsx')).PipelineView),
  insights: onDemand(async () => (await import('./insights/insights-view.tsx')).InsightsView),
  report: onDemand(async () => (await import('./report/report-view.tsx')).ReportView),
  settings: onDemand(async () => (await import('./settings/settings-view.tsx')).SettingsView),
};

/** Another place than the list. */
export function PlaceView(elsewhere: Elsewhere) {
  const { home } = useTouchbase();
  const { place } = elsewhere;
  const View = place === 'account' ? home.account?.Page : VIEWS[place].Component;
  return View ? <View {...elsewhere} /> : null;
}

/** Loads a place ahead of its use. */
export function preparePlace(place: Place): void {
  if (place !== 'account') VIEWS[place].prepare();
}
