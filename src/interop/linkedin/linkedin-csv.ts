import { bounded } from '../import/bounded.ts';
import { type Format, Refused } from '../import/format.ts';
import { headOf } from '../import/source.ts';
import { readTables } from './read-tables.ts';
import { shapeOf } from './table.ts';

/** One table of LinkedIn's archive by itself: `Connections.csv`, `messages.csv`, `Job Applications.csv` … */
export const linkedinCsv: Format = {
  id: 'linkedin_csv',
  name: 'LinkedIn CSV',
  recognises(head) {
    const shape = shapeOf(head);
    return shape !== undefined && shape.kind !== 'profile';
  },
  async *read(source, reading) {
    const shape = shapeOf(await headOf(source));
    if (!shape) throw new Refused(`${source.name} is none of the files of LinkedIn’s archive.`);
    yield* bounded(readTables(source, [{ ...shape, source }], reading), source.name);
  },
};
