export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** A number with its noun in the right form: “1 contact”, “1,204 contacts”. */
export function counted(language: string, count: number, forms: Forms): string {
  return `${number(language, count)} ${forms[pluralRules(language).select(count)] ?? forms.other}`;
}

/** Things one after the other: “3 contacts, 1 view, and 2 tasks”. */
export function listed(language: string, things: readonly string[]): string {
  return new Intl.ListFormat(language).format(things);
}

/** A number as the language writes it. */
export function number(language: string, value: number): string {
  const known = numbers.get(language) ?? new Intl.NumberFormat(language);
  numbers.set(language, known);
  return known.format(value);
}

// To make one takes longer than to use it a hundred times.
const numbers = new Map<string, Intl.NumberFormat>();
const rules = new Map<string, Intl.PluralRules>();

function pluralRules(language: string): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return known;
}
