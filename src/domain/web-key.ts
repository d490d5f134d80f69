/** What sites and mail programs add to an address to know where a visitor came from. */
const TRACKING =
  /^(?:utm_.*|[a-z]*clid|_g[al]|_hs.*|mc_[ce]id|gh_src|lever-.*|li_fat_id|lipi|trk.*|tracking_?id|ref|ref_?id|referrer|source|src|origin|ebp|midtoken|midsig|otptoken|igshid)$/i;

interface Board {
  readonly name: string;
  readonly host: RegExp;
  /** Where in the path a posting's number stands, or in which parameters. */
  readonly path: RegExp | null;
  readonly parameters: readonly string[];
}

/** Sites that show one posting under many addresses. */
const BOARDS: readonly Board[] = [
  {
    name: 'linkedin',
    host: /(?:^|\.)linkedin\.com$/,
    path: /\/jobs\/view\/(?:[^/]*-)?(\d+)$/,
    parameters: ['currentJobId'],
  },
  { name: 'indeed', host: /(?:^|\.)indeed\.[a-z.]+$/, path: null, parameters: ['jk', 'vjk'] },
];

const PROFILE = /^(?:\/[a-z]{2}(?:[-_][a-z]{2})?)?\/in\/([^/]+)/;

/**
 * What the addresses of one posting have in common, whatever link led there: no protocol, `www.`, slash at the end, anchor
 * or tracking parameters, and the others in order. LinkedIn and Indeed are known by the posting's number.
 *
 * @returns a key to compare; null where it is no web address, or that of a whole site
 */
export function postingKey(address: string): string | null {
  const url = parse(address);
  if (!url) return null;
  const board = BOARDS.find(({ host }) => host.test(url.host));
  const number = board && numberOn(board, url);
  if (number) return `${board.name} ${number}`;
  const query = [...url.parameters].filter(([name]) => !TRACKING.test(name)).map((pair) => pair.join('='));
  const isSite = url.path === '' && url.route === '' && query.length === 0;
  return isSite ? null : [url.host, url.path, url.route, '?', query.sort().join('&')].join('');
}

/**
 * What the addresses of one person's profile have in common: on LinkedIn the name after `/in/`, whatever the country or the
 * language of the page; elsewhere the host and the path.
 *
 * @returns a key to compare; null where it is no web address, or none of a person
 */
export function profileKey(address: string): string | null {
  const url = parse(address);
  if (!url) return null;
  const path = url.path.toLowerCase();
  if (!/(?:^|\.)linkedin\.com$/.test(url.host)) return path === '' ? null : `${url.host}${path}`;
  const [, name] = PROFILE.exec(path) ?? [];
  return name === undefined ? null : `linkedin.com/in/${name}`;
}

interface Parsed {
  readonly host: string;
  readonly path: string;
  readonly parameters: URLSearchParams;
  /** An anchor that is a place of its own, as in `#/jobs/1`. */
  readonly route: string;
}

function parse(address: string): Parsed | null {
  const text = address.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { host, pathname, searchParams, hash } = new URL(text);
  return {
    host: host.replace(/^(?:www|m)\./, ''),
    path: pathname.replace(/\/+$/, ''),
    parameters: searchParams,
    route: /^#[!/]./.test(hash) ? hash : '',
  };
}

function numberOn({ path, parameters }: Board, url: Parsed): string | null {
  const named = parameters.map((name) => url.parameters.get(name)).find((value) => value);
  return named ?? path?.exec(url.path)?.[1] ?? null;
}
