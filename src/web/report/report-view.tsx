import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { searchReport } from '../../domain/search-report.ts';
import { spanOfSearch } from '../../domain/search-span.ts';
import { NothingYet } from '../insights/nothing-yet.tsx';
import { recordsOf } from '../records-of.ts';
import type { Elsewhere } from '../route.ts';
import { browserStorage } from '../storage.ts';
import { useTouchbase } from '../touchbase.ts';
import { download } from '../ui/download.ts';
import { ViewHead } from '../ui/view-head.tsx';
import { say } from '../words/say-report.ts';
import { Controls } from './controls.tsx';
import { reportCsv } from './report-csv.ts';
import { reportPeriod } from './report-period.ts';
import { Reporter } from './reporter.ts';
import { Sheet } from './sheet.tsx';
import './report.css';
import './print.css';

/** A proof of the search in the month or the days that the address asks for: to be printed, or saved as a table. */
export function ReportView({ asked }: Elsewhere) {
  const { home, reader, replica, toasts, today } = useTouchbase();
  const reporter = useMemo(() => new Reporter(browserStorage, home.replica), [home.replica]);
  const applications = useComputed(() => recordsOf(replica, application)).value;
  const contacts = useComputed(() => recordsOf(replica, contact)).value;
  const period = useMemo(() => {
    const whole = spanOfSearch(applications, [], today.value) ?? { from: today.value, to: today.value };
    return reportPeriod(asked, whole, today.value);
  }, [applications, asked, today.value]);
  const rows = useMemo(() => searchReport(applications, contacts, period), [applications, contacts, period]);
  const isHere = reader.isReady.value || applications.length > 0;
  const save = () => {
    const file = say.report.fileName(period.short);
    download(file, 'text/csv;charset=utf-8', reportCsv(rows));
    toasts.show({ text: say.report.saved(file) });
  };
  return (
    <div class="view">
      <main class="page report">
        <ViewHead title={say.places.report}>
          <button type="button" class="plain" disabled={rows.length === 0} onClick={save}>
            {say.report.csv}
          </button>
          <button type="button" class="primary" disabled={rows.length === 0} onClick={() => window.print()}>
            {say.report.print}
          </button>
        </ViewHead>
        {isHere ? (
          <>
            <Controls asked={asked} period={period} reporter={reporter} />
            <Sheet rows={rows} period={period} name={reporter.name.value} />
          </>
        ) : (
          <NothingYet />
        )}
      </main>
    </div>
  );
}
