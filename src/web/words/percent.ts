const percents = new Map<string, Intl.NumberFormat>();

/** A part of a whole, from 0 to 1, in whole hundredths: “46%”. */
export function percent(language: string, rate: number): string {
  const known = percents.get(language) ?? new Intl.NumberFormat(language, { style: 'percent' });
  percents.set(language, known);
  return known.format(rate);
}
