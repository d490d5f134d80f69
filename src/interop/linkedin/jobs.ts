import { postingKey } from '../../domain/web-key.ts';
import type { Found } from '../import/found.ts';
import type { LeftOutRows } from './left-out.ts';
import { dayOf } from './moment.ts';
import { fieldsOf, remarksOf } from './remarks.ts';
import { sourceId } from './source-id.ts';
import type { Row } from './table.ts';

/** No address has more; a longer text is compared by its beginning. */
const LONGEST_ADDRESS = 2000;

/** A job that the person applied for on LinkedIn. */
export function applicationOf(row: Row, applied: Set<string>): Found {
  const id = jobId(row, row.get('application date'));
  applied.add(id);
  const appliedOn = dayOf(row.get('application date'));
  return {
    type: 'applications',
    where: row.where,
    fields: fieldsOf({
      ...job(row, id),
      stage: 'applied',
      applied_on: appliedOn,
      applied_by: 'written',
      resume_version: row.get('resume name'),
    }),
    ...remarksOf({
      'Application date': appliedOn ? undefined : row.get('application date'),
      'Applied with e-mail': row.get('contact email'),
      'Applied with phone': row.get('contact phone number'),
      'Questions and answers': row.get('question and answers').replaceAll(' | ', '\n'),
    }),
  };
}

/** A job that the person saved; one that they applied for is there already, and further. */
export function savedJobOf(row: Row, applied: ReadonlySet<string>, leftOut: LeftOutRows): Found | undefined {
  const id = jobId(row, '');
  if (applied.has(id)) {
    leftOut.add('appliedTo');
    return undefined;
  }
  const savedOn = row.get('saved date');
  return {
    type: 'applications',
    where: row.where,
    fields: fieldsOf({ ...job(row, id), stage: 'saved' }),
    ...remarksOf({ 'Saved on': dayOf(savedOn) ?? savedOn }),
  };
}

function job(row: Row, id: string) {
  return {
    position: row.get('job title'),
    company: row.get('company name'),
    url: row.get('job url').replace(/^http:\/\/(?=www\.linkedin\.com\/)/, 'https://'),
    source: 'LinkedIn',
    source_id: id,
  };
}

/** The number of the posting, else its address, else what it is called. */
function jobId(row: Row, date: string): string {
  const url = row.get('job url');
  const posting = postingKey(url.slice(0, LONGEST_ADDRESS))?.replace(/^linkedin /, '');
  if (posting) return sourceId('job', posting);
  return sourceId('job', url, row.get('company name'), row.get('job title'), date);
}
