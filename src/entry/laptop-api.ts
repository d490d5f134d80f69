import { v7 } from 'uuid';
import { localDate } from '../domain/dates.ts';
import { NOUNS } from '../domain/nouns.ts';
import type { AppOptions } from '../http/app.ts';
import type { Caller, CommonServices } from '../http/route.ts';
import { laptopRoutes as routes } from '../routes/all.ts';
import type { DesktopServices } from '../routes/desktop-services.ts';
import type { FeedServices } from '../routes/feed-services.ts';
import type { ReminderServices } from '../routes/reminder-services.ts';

/** The one person of a laptop. */
export const WORKSPACE = 'laptop';

const PERSON: Caller = { workspace: WORKSPACE, isGuest: false, login: null };

/** What the routes of a laptop use besides what is the same for all. */
export type LaptopServices = Omit<AllServices, keyof CommonServices>;

type AllServices = FeedServices & ReminderServices & DesktopServices;

/** The API of a laptop, for its one person. */
export function apiOf(own: LaptopServices): Pick<AppOptions<AllServices>, 'routes' | 'services' | 'callerOf'> {
  const now = () => new Date();
  const services = { ...own, nouns: NOUNS, now, today: () => localDate(now()), site: '/', newId: () => v7() };
  return { routes, services, callerOf: () => PERSON };
}
