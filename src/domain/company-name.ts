import { words } from './search.ts';

/** What a company is before the law, as it ends its name. */
const LEGAL_FORMS = new Set(
  `ab ag aps as asa bhd bv bvba co corp corporation doo eg eirl ek eood ev gbr gesmbh ggmbh gmbh haftungsbeschrankt inc
  incorporated kft kg kgaa kk lda limited llc llp lp ltd ltda mbh nv ohg oo ooo oy oyj plc pte pty pvt rl sa sab sagl sapi
  sarl sas sasu sca scrl sdn se sl slu snc spa srl sro tbk ug vof zoo zrt`.split(/\s+/),
);

/** Words of a form of several words, such as `sp. z o.o.`: by themselves they are of the name. */
const BEFORE_FORM = new Set(['sp', 'z']);

/** `&` is written out by some. */
const AND = new Set(['and', 'und', 'et']);

/** What people write where they do not know a company, or may not say it. */
const UNKNOWN = new Set('confidential confidentiel vertraulich unknown unbekannt inconnu na tba tbd'.split(' '));

/** The points in `S.A.` and `S. à r. l.` part no words. */
const POINT = /(?<=(?<!\p{L})\p{L})\.\s(?=\p{L}(?!\p{L}))|[.'’]/gu;

/**
 * What two ways of writing a company's name have in common: no case, accents, punctuation, spaces, "and", nor the legal
 * forms at its end (`Müller & Co. KG` and `MULLER und Co` are one). A name of nothing but legal forms stays as it is.
 *
 * @returns a key to compare; empty where there is no word in the text, or one that says that nobody knows
 */
export function companyKey(name: string): string {
  const all = words(name.replace(POINT, '')).filter((word) => !AND.has(word));
  let end = all.length;
  while (end > 0 && isOfForm(all[end - 1] ?? '', end < all.length)) end--;
  const key = (end > 0 ? all.slice(0, end) : all).join('');
  return UNKNOWN.has(key) ? '' : key;
}

function isOfForm(word: string, isBeforeForm: boolean): boolean {
  return LEGAL_FORMS.has(word) || (isBeforeForm && BEFORE_FORM.has(word));
}

/** Whether two texts name the same company; an empty one names none. */
export function isSameCompany(one: string | null, other: string | null): boolean {
  const key = companyKey(one ?? '');
  return key !== '' && key === companyKey(other ?? '');
}
