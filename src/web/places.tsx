import { contact } from '../domain/contact.ts';
import { type Elsewhere, type Place, parseRoute } from './route.ts';
import { onIdle } from './sync/idle.ts';
import { useTouchbase } from './touchbase.ts';
import { type OnDemand, onDemand } from './ui/on-demand.tsx';

/** The places beside the list of contacts, each loaded when somebody goes there. The account's belongs to its home. */
const VIEWS: Readonly<Record<Exclude<Place, 'account'>, OnDemand<Elsewhere>>> = {
  today: onDemand(async () => (await import('./today/today-view.tsx')).TodayView),
  applications: onDemand(async () => (await import('./pipeline/pipeline-view.tsx')).PipelineView),
  insights: onDemand(async () => (await import('./insights/insights-view.tsx')).InsightsView),
  report: onDemand(async () => (await import('./report/report-view.tsx')).ReportView),
  import: onDemand(async () => (await import('./import/import-view.tsx')).ImportView),
  settings: onDemand(async () => (await import('./settings/settings-view.tsx')).SettingsView),
};

/** The list of contacts. */
const Contacts = onDemand(async () => (await import('./contacts/contacts-view.tsx')).ContactsView);

/** The list of contacts, or the place where somebody is instead. */
export function PlaceView({ elsewhere }: { readonly elsewhere: Elsewhere | undefined }) {
  const { home } = useTouchbase();
  if (!elsewhere) return <Contacts.Component />;
  const { place } = elsewhere;
  const View = place === 'account' ? home.account?.Page : VIEWS[place].Component;
  return View ? <View {...elsewhere} /> : null;
}

/** Loads the place of an address, while the records are on their way. */
export function preparePlace(address: Pick<URL, 'pathname' | 'search'>): void {
  const place = parseRoute(contact, address).elsewhere?.place;
  if (place === undefined) Contacts.prepare();
  else if (place !== 'account') VIEWS[place].prepare();
}

/** Loads all places ahead of their use, one after the other: so that they are there without a network, too. */
export function preparePlaces(): void {
  for (const { prepare } of [Contacts, ...Object.values(VIEWS)]) onIdle(prepare);
}
