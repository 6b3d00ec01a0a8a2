import { LRUCache } from 'lru-cache';

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
  if (!items.includes(undefined) && items.every(isText)) return JSON.stringify(items);
  let text = '[';
  for (let i = 0; i < items.length; i += 1) text += i === 0 ? canonical(items[i]) : `,${canonical(items[i])}`;
  return `${text}]`;
}

function fields(value: Record<string, unknown>): string {
  let text = '{';
  for (const { key, name } of named(Object.keys(value)))
    text += `${text.length > 1 ? ',' : ''}${name}${canonical(value[key])}`;
  return `${text}}`;
}

/** A key, and how it is written before its value. */
type Named = { key: string; name: string };

/** By the keys of an object as they stand, of which rows and sheets have few: to sort and write them takes longer than the rest. */
const known = new LRUCache<string, Named[]>({ max: 1_000 });
/** Objects with more keys than this have them from data, such as days, and hardly two have the same. */
const mostAlike = 40;

/** Keys by code unit. */
function named(keys: string[]): Named[] {
  const written = () => keys.toSorted().map((key) => ({ key, name: `${JSON.stringify(key)}:` }));
  if (keys.length > mostAlike) return written();
  const question = JSON.stringify(keys);
  const found = known.get(question) ?? written();
  known.set(question, found);
  return found;
}

const isText = (value: unknown): boolean => typeof value === 'string' || value === null;

const isPlain = (value: object): value is Record<string, unknown> => {
  const parent = Object.getPrototypeOf(value);
  return parent === Object.prototype || parent === null;
};
