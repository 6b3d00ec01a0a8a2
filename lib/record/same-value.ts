/**
 * Whether two values of JSON are the same, in whatever order their keys stand: as their canonical texts would say, without writing
 * them. Absent and null are the same as a whole, and are not inside.
 */
export const sameValue = (a: unknown, b: unknown): boolean => same(a ?? null, b ?? null);

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (Array.isArray(b)) return false;
  const [before, after] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(before);
  return (
    keys.length === Object.keys(after).length &&
    keys.every((key) => Object.hasOwn(after, key) && same(before[key], after[key]))
  );
}
