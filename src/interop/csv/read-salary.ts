import { fold } from '../../domain/search.ts';

/** What a text says of a salary, by the names of the fields; what it does not say is absent. */
export interface Salary {
  readonly salary_min?: number;
  readonly salary_max?: number;
  readonly salary_currency?: string;
  readonly salary_period?: 'year' | 'month' | 'day' | 'hour';
}

const CODE =
  /(?<![A-Za-z])(?:CHF|EUR|USD|GBP|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|INR|JPY|CNY|SGD|HKD|BRL|MXN|ZAR|AED|ILS|KRW|ARS|CLP|COP)(?![A-Za-z])/i;
const SYMBOLS: Readonly<Record<string, string>> = {
  US$: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  S$: 'SGD',
  R$: 'BRL',
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '¥': 'JPY',
  '₩': 'KRW',
  '₺': 'TRY',
  '₪': 'ILS',
  zł: 'PLN',
  'Fr.': 'CHF',
  SFr: 'CHF',
  $: 'USD',
};

/** The longer ones stand first in `SYMBOLS`, so that they are found first. */
const SYMBOL = new RegExp(
  Object.keys(SYMBOLS)
    .map((one) => one.replace(/[$.]/g, '\\$&'))
    .join('|'),
);

/** Words after which a period stands, as `fold` leaves them: `/ Jahr`, `per annum`, `al mese`, `por hora`. */
const PERIODS = {
  year: /\b(?:years?|yearly|yr|annum|annual(?:ly)?|p\.?\s?a|jahre?s?|jahrlich|jahr(?:es)?gehalt|ans?|annuels?|annee|anno|annuo|annua|ano|anual|jaar|jaarlijks|jr)\b/,
  month:
    /\b(?:months?|monthly|mo|monate?|monatlich|mois|mensuels?|mese|mensile|mes|mensual|mensal|maand|maandelijks)\b/,
  day: /\b(?:days?|daily|tage?s?|tagessatz|taglich|jours?|tjm|giorno|dia|dag)\b/,
  hour: /\b(?:hours?|hourly|hr|h|stunden?|stundlich|std|heures?|ora|orario|horas?|uur)\b/,
} as const;

const AMOUNT = /(\d[\d.,'’\u00a0\u202f ]*\d|\d)\s*(k|m|mio|tsd|mil)?(?![\p{L}\d])/giu;
/** Thirteen months' pay and the like are for the person to reckon. */
const TIMES = /\d\s*[x×*]\s*\d/i;
const UP_TO = /\b(?:up to|max(?:imum)?|bis(?: zu)?|jusqu'?a|fino a|hasta|ate|tot)\b/;
const FROM = /\b(?:from|min(?:imum)?|ab|des|a partire da|desde|a partir de|vanaf|at least|mindestens)\b|\+\s*$/;

/**
 * A salary as people note it: `CHF 110'000–130'000 / year`, `$120k`, `45 €/h`, `bis 5.000 EUR im Monat`.
 *
 * @returns undefined where no amount is in it that can be told for sure
 */
export function readSalary(text: string): Salary | undefined {
  if (TIMES.test(text)) return undefined;
  const amounts = [...text.matchAll(AMOUNT)].map(([, digits = '', unit = '']) => amountOf(digits, unit.toLowerCase()));
  const [first, second = first] = amounts;
  if (!first || !second || amounts.length > 2 || first.value === undefined || second.value === undefined)
    return undefined;
  const low = first.factor === 1 && second.factor > 1 && first.value < 1000 ? first.value * second.factor : first.value;
  const words = fold(text);
  const isOne = amounts.length === 1;
  const [min, max] = [Math.round(low), Math.round(second.value)];
  const currency = currencyIn(text);
  const period = periodIn(words);
  return {
    ...(!(isOne && UP_TO.test(words)) && { salary_min: Math.min(min, max) }),
    ...(!(isOne && FROM.test(words)) && { salary_max: Math.max(min, max) }),
    ...(currency && { salary_currency: currency }),
    ...(period && { salary_period: period }),
  };
}

/** Whether the fields of a salary say all that its text does: no part of an amount is rounded, and no other word is in it. */
export function isAllSaid(text: string): boolean {
  if (/\d[.,]\d{1,2}(?![\d])/.test(text) && !/[km]/i.test(text)) return false;
  const others = fold(text.replace(AMOUNT, ' ').replace(CODE, ' ').replace(SYMBOL, ' '));
  const bare = [...Object.values(PERIODS), UP_TO, FROM].reduce((rest, words) => rest.replace(words, ' '), others);
  return !/\p{L}/u.test(bare.replace(/\b(?:per|pro|par|al|a l|por|im|to|bis|und|gross|brutto)\b/g, ' '));
}

/** The currency that is named in a text, three letters; undefined where none is. */
export function currencyIn(text: string): string | undefined {
  const code = CODE.exec(text)?.[0];
  if (code) return code.toUpperCase();
  const symbol = SYMBOL.exec(text)?.[0];
  return symbol && SYMBOLS[symbol];
}

function periodIn(words: string): Salary['salary_period'] {
  if (PERIODS.hour.test(words)) return 'hour';
  if (PERIODS.day.test(words)) return 'day';
  if (PERIODS.month.test(words)) return 'month';
  return PERIODS.year.test(words) ? 'year' : undefined;
}

const FACTORS: Readonly<Record<string, number>> = { k: 1000, tsd: 1000, mil: 1000, m: 1_000_000, mio: 1_000_000 };

/** A mark before three digits groups them; before one or two it is the decimal point. */
function amountOf(digits: string, unit: string): { readonly value: number | undefined; readonly factor: number } {
  const factor = FACTORS[unit] ?? 1;
  const whole = digits.replace(/['’\s\u00a0\u202f]/g, '').replace(/[.,](?=\d{3}(?!\d))/g, '');
  const value = Number(whole.replace(',', '.')) * factor;
  return { value: Number.isFinite(value) ? value : undefined, factor };
}
