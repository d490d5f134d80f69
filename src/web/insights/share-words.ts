import type { Share } from '../../domain/sample.ts';
import { say } from '../words/say-insights.ts';

/** A share in a table: “46%”, with the sample where that is small: “67% (from only 3 cases)”. */
export function shareWords({ rate, n, isSmall }: Share): string {
  if (rate === null) return say.insights.none;
  const share = say.insights.share(rate);
  return isSmall ? `${share} (${say.insights.onlyCases(n)})` : share;
}
