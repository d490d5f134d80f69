/** The tables of LinkedIn's archive that hold something for a job seeker's record. */
export type Kind = 'profile' | 'connections' | 'messages' | 'invitations' | 'applications' | 'saved';

/** By which columns each is known. Other columns came and went over the years, and so did their order. */
const COLUMNS: Readonly<Record<Kind, readonly string[]>> = {
  connections: ['first name', 'last name', 'company', 'position', 'connected on'],
  messages: ['conversation id', 'from', 'to', 'date', 'content'],
  invitations: ['from', 'to', 'sent at', 'message', 'direction'],
  applications: ['application date', 'company name', 'job title', 'job url'],
  saved: ['saved date', 'job url', 'job title', 'company name'],
  profile: ['first name', 'last name', 'headline', 'summary'],
};

const KINDS = Object.keys(COLUMNS) as readonly Kind[];

/** Which table a row is the header of, if it is one. */
export function kindOf(cells: readonly string[]): Kind | undefined {
  const columns = new Set(cells.map(columnName));
  return KINDS.find((kind) => COLUMNS[kind].every((column) => columns.has(column)));
}

/** A column's name, whatever case and spaces it is written with. */
export function columnName(cell: string): string {
  return cell.trim().toLowerCase();
}
