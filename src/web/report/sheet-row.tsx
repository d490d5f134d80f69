import { gapsOf, type ReportGap } from '../../domain/report-gaps.ts';
import type { ReportRow } from '../../domain/search-report.ts';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { dateWords } from '../words/moment.ts';
import { say } from '../words/say-report.ts';
import { appliedByWords, workloadWords } from './report-words.ts';

/** One application, and a way to it where the row lacks something. */
export function SheetRow({ row }: { readonly row: ReportRow }) {
  const { date, company, address, contact, position, state, reason } = row;
  const gaps = gapsOf(row);
  const stateWords = say.report.states[state];
  return (
    <tr class={gaps.length > 0 ? 'lacking' : undefined}>
      <td class="date">{dateWords(date)}</td>
      <td dir="auto">
        <strong>{company}</strong>
        {address && <span class="line">{address}</span>}
        {contact && <span class="line">{contact}</span>}
      </td>
      <th scope="row" dir="auto">
        {position}
      </th>
      <td>{workloadWords(row)}</td>
      <td>{appliedByWords(row)}</td>
      <td dir="auto">
        {stateWords}
        {reason && reason !== stateWords && <span class="line">{reason}</span>}
      </td>
      <td class="complete">{gaps.length > 0 && <Complete row={row} gaps={gaps} />}</td>
    </tr>
  );
}

function Complete({ row, gaps }: { readonly row: ReportRow; readonly gaps: readonly ReportGap[] }) {
  const { router } = useTouchbase();
  return (
    <a
      href={router.hrefTo('applications', { id: row.application_id })}
      aria-label={say.report.addTo(gaps, row.position)}
    >
      <Icon name="pen" />
      {say.report.add(gaps)}
    </a>
  );
}
