/** What a column is about, whatever it is called: which field it is of each noun, and how much it tells of which noun a table is. */
export interface Meaning {
  /** The field of a contact; in a table of applications, of the person named in the row. */
  readonly contacts?: string;
  readonly applications?: string;
  /** How strongly it says that the rows are people (negative) or applications (positive). */
  readonly tells: number;
  /** How people and programs call it; case, accents, spaces, punctuation and numbers aside. */
  readonly names: string;
}
