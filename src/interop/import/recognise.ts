import { binaryKind } from '../text/binary-kind.ts';
import { type Format, Refused } from './format.ts';
import { headOf, type Source } from './source.ts';

/**
 * Tells by its content what kind of file a person brings.
 *
 * @param formats in the order in which they are asked: the narrower first
 * @throws Refused where it is none of them
 */
export async function recognise(source: Source, formats: readonly Format[]): Promise<Format> {
  const head = await headOf(source);
  const format = formats.find((one) => one.recognises(head));
  if (format) return format;
  const binary = binaryKind(head);
  if (binary) throw new Refused(`“${source.name}”: ${binary.refusal}`);
  const names = [...new Set(formats.map(({ name }) => name))].join(', ');
  if (source.size === 0) throw new Refused(`“${source.name}” is empty: export it again.`);
  throw new Refused(`“${source.name}” is no file that can be brought in. These can: ${names}.`);
}
