/**
 * How large an item is, in bytes, as DynamoDB charges it: names and values, three bytes for each list and map and one for
 * each of their elements. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function itemBytes(item: object): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + utf8(name) + valueBytes(value), 0);
}

/** What a strongly consistent read of so many bytes takes: of a query, all that it reads together. */
export function readUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 4096));
}

/** What a write of an item of so many bytes takes. */
export function writeUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 1024));
}

function valueBytes(value: unknown): number {
  if (typeof value === 'string') return utf8(value);
  if (typeof value === 'number') return numberBytes(value);
  if (Array.isArray(value)) return value.reduce((sum: number, one: unknown) => sum + 1 + valueBytes(one), 3);
  if (typeof value === 'object' && value !== null) return 3 + Object.keys(value).length + itemBytes(value);
  return 1;
}

/** About a byte for two significant digits, and one more. */
function numberBytes(value: number): number {
  const digits = String(Math.abs(value))
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '');
  return 1 + Math.max(1, Math.ceil(digits.length / 2)) + Number(value < 0);
}

function utf8(text: string): number {
  return Buffer.byteLength(text);
}
