import { application } from '../../domain/application.ts';
import type { ReportRow } from '../../domain/search-report.ts';
import { say } from '../words/say-report.ts';

/** How somebody applied, as the schema says it; empty where it is not known. */
export function appliedByWords({ applied_by }: ReportRow): string {
  return applied_by === null ? '' : say.schema.choice('applied_by', applied_by, application.fields.applied_by);
}

/** Full or part time; empty where it is not known. */
export function workloadWords({ workload }: ReportRow): string {
  return workload === null ? '' : say.schema.choice('workload', workload, application.fields.workload);
}
