/**
 * The one canonical JSON text of a value, for hashing: keys sorted by code unit, no spaces, strings untouched. Numbers must be
 * safe integers (decimals travel as strings); anything JSON cannot hold exactly, undefined included, throws a TypeError.
 * Source: RFC 8785, narrowed.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, canonical).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const fields = Object.keys(value).sort();
    return `{${fields.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
  }
  throw new TypeError(
    `A canonical text cannot hold ${typeof value === 'number' ? `the number ${value}` : `a value of type ${typeof value}`}.`,
  );
}

const isPlain = (value: object): value is Record<string, unknown> => {
  const parent = Object.getPrototypeOf(value);
  return parent === Object.prototype || parent === null;
};
