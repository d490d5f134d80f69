import { fold } from '../../domain/search.ts';

/** The months from January on in English, German, French, Italian, Spanish, Portuguese and Dutch, as `fold` leaves them. */
const MONTHS: readonly string[] = [
  'january januar janner jan janvier janv gennaio gen enero ene janeiro januari',
  'february februar feber feb fevrier fevr fev febbraio febrero fevereiro februari',
  'march marz mar mrz mars marzo marco maart mrt',
  'april apr avril avr aprile abril abr',
  'may mai maggio mag mayo maio mei',
  'june juni jun juin giugno giu junio junho',
  'july juli jul juillet juil luglio lug julio julho',
  'august aug aout aou agosto ago augustus',
  'september sept sep septembre settembre set septiembre setiembre setembro',
  'october oktober okt oct octobre ottobre ott octubre outubro out',
  'november nov novembre noviembre novembro',
  'december dezember dez dec decembre dicembre dic diciembre dezembro',
];

const BY_NAME = new Map(MONTHS.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)));

/** The month, from 1, that a word means in one of the languages; undefined where it means none. */
export function monthNamed(word: string): number | undefined {
  return BY_NAME.get(fold(word).replace(/\.$/, ''));
}
