import type { CalendarDate } from '../../domain/dates.ts';

/** More than this some systems cut, and the ending with it. */
const LONGEST = 80;

/** What a saved file is called: after what is in it, and the day where that changes what is in it. */
export function fileName(what: string, on: CalendarDate | null, ending: string): string {
  const bare = what.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ').replace(/\s+/g, ' ');
  const short = [...bare]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return [on === null ? short || 'contact' : `touchbase-${short}-${on}`, ending].join('.');
}
