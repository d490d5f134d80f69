import { application } from '../../../domain/application.ts';
import { say } from '../../words/say-pipeline.ts';
import { IN_STAGE } from '../asked.ts';

export interface JobColumn {
  /** Of the field, or of the order. */
  readonly name: string;
  /** In pixels. */
  readonly width: number;
}

/** The columns, the title first: it stays where it is. */
export const JOB_COLUMNS: readonly JobColumn[] = [
  { name: 'position', width: 248 },
  { name: 'stage', width: 136 },
  { name: 'company', width: 168 },
  { name: IN_STAGE, width: 212 },
  { name: 'next_action', width: 216 },
  { name: 'next_action_on', width: 156 },
  { name: 'deadline', width: 176 },
  { name: 'via', width: 144 },
  { name: 'applied_on', width: 120 },
  { name: 'outcome', width: 136 },
];

export const JOBS_WIDTH: number = JOB_COLUMNS.reduce((sum, { width }) => sum + width, 0);

/** What a column is called. */
export function labelOf(name: string): string {
  const field = Object.entries(application.fields).find(([key]) => key === name)?.[1];
  return field ? say.schema.label(name, field) : say.pipeline.inStage;
}
