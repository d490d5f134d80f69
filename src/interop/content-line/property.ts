import { textOf } from './text-of-bytes.ts';

/** One content line, taken apart: `group.NAME;PARAM=one,two:value`. */
export interface Property {
  /** In lower case; empty where it is of no group. */
  readonly group: string;
  /** In upper case. */
  readonly name: string;
  /** Their names in upper case; a bare word of vCard 2.1 is one of the types. */
  readonly params: ReadonlyMap<string, readonly string[]>;
  /** A character a byte, still encoded and escaped. */
  readonly value: string;
  readonly line: number;
}

const HEAD = /^(?:([\w-]+)\.)?([\w-]+)\s*(?=[;:])/;
/** A parameter, its values in quotation marks or not. */
const PARAM = /^;\s*([^=;:,"]*)(?:=((?:"[^"]*"|[^;:"])*))?/;
const VALUES = /"[^"]*"|[^,]+/g;
const ENCODINGS = /^(?:quoted-printable|base64|8bit|7bit|b|q)$/i;

/** A content line that was unfolded; null where it is none. */
export function propertyOf(bytes: string, line: number): Property | null {
  const [head = '', group = '', name] = HEAD.exec(bytes.trimStart()) ?? [];
  if (name === undefined) return null;
  let rest = bytes.trimStart().slice(head.length);
  const params = new Map<string, string[]>();
  while (rest.startsWith(';')) {
    const [whole = ';', param = '', values] = PARAM.exec(rest) ?? [];
    addParam(params, param.trim(), values);
    rest = rest.slice(whole.length).replace(/^[^;:]+/, '');
  }
  if (!rest.startsWith(':')) return null;
  return { group: group.toLowerCase(), name: name.toUpperCase(), params, value: rest.slice(1), line };
}

/** The first value of a parameter; empty where there is none. */
export function param({ params }: Pick<Property, 'params'>, name: string): string {
  return params.get(name)?.[0] ?? '';
}

function addParam(params: Map<string, string[]>, name: string, values: string | undefined): void {
  const isBare = values === undefined || values.trim() === '';
  const key = isBare ? (ENCODINGS.test(name) ? 'ENCODING' : 'TYPE') : name.toUpperCase();
  const all = isBare ? [name] : (values.match(VALUES) ?? []).map(unquoted);
  const known = params.get(key) ?? [];
  for (const one of all) if (one !== '') known.push(one);
  params.set(key, known);
}

/** What is in quotation marks may escape with a caret (RFC 6868). A list of types may be quoted as a whole. */
function unquoted(value: string): string {
  const bare = textOf(value.trim().replace(/^"|"$/g, ''));
  return bare.replace(/\^([n^'])/g, (_, mark: string) => ({ n: '\n', "'": '"' })[mark] ?? '^');
}
