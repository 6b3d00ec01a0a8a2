/**
 * The one canonical JSON text of a value, for hashing: keys sorted by code unit, no spaces, strings untouched. Numbers must be
 * safe integers (decimals travel as strings); anything JSON cannot hold exactly, undefined included, throws a TypeError.
 * Source: RFC 8785, narrowed.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return list(value);
  if (typeof value === 'object' && isPlain(value)) return fields(value);
  throw new TypeError(
    `A canonical text cannot hold ${typeof value === 'number' ? `the number ${value}` : `a value of type ${typeof value}`}.`,
  );
}

/** Sheets of fifty years have thousands of items, so that no list of their texts is made first. */
function list(items: unknown[]): string {
  // Of texts JSON has one text, which is written at once much faster than item by item; a hole is none.
  if (items.every(isText) && !items.includes(undefined)) return JSON.stringify(items);
  let text = '[';
  for (let i = 0; i < items.length; i += 1) text += i === 0 ? canonical(items[i]) : `,${canonical(items[i])}`;
  return `${text}]`;
}

function fields(value: Record<string, unknown>): string {
  let text = '{';
  for (const key of sortedKeys(value))
    text += `${text.length > 1 ? ',' : ''}${JSON.stringify(key)}:${canonical(value[key])}`;
  return `${text}}`;
}

/** By code unit; most objects are made in that order already, and sorting takes longer than looking. */
function sortedKeys(value: object): string[] {
  const keys = Object.keys(value);
  return keys.every((key, i) => i === 0 || (keys[i - 1] as string) < key) ? keys : keys.sort();
}

const isText = (value: unknown): boolean => typeof value === 'string' || value === null;

const isPlain = (value: object): value is Record<string, unknown> => {
  const parent = Object.getPrototypeOf(value);
  return parent === Object.prototype || parent === null;
};
