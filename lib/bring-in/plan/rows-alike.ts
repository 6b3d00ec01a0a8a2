import type { Wish } from '@/lib/bring-in/wish';
import { rowWords } from './row/planned';

/** Another row with the same key, and whether it says the same. */
export type Repeated = { first: Wish; alike: boolean };

/** 'Readings, row 9 says the same.' */
export const alikeSentence = ({ first }: Repeated): string => `${rowWords(first.place)} says the same.`;

/** Of two rows that say different things of one, which nobody can choose between but who wrote them. */
export const unlikeSentence = ({ place }: Wish, { first }: Repeated): string =>
  `${rowWords(place)} and ${rowWords(first.place)} both speak of this, and not alike: leave one of them.`;

/** The wishes whose keys are those of others too, each with the rows that say the same and those that say another thing; in steps. */
export function* repeated(wishes: Wish[], keyOf: (wish: Wish) => string | null): Generator<void, Map<Wish, Repeated>> {
  const groups = new Map<string, Wish[]>();
  for (const [index, wish] of wishes.entries()) {
    if (index % 200 === 0) yield;
    const key = keyOf(wish);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(wish);
    else groups.set(key, [wish]);
  }
  const found = new Map<Wish, Repeated>();
  for (const [first, ...others] of groups.values()) {
    if (!first || others.length === 0) continue;
    const text = fieldsText(first);
    const alike = others.every((other) => fieldsText(other) === text);
    for (const other of others) found.set(other, { first, alike });
    if (!alike) found.set(first, { first: others[0] as Wish, alike });
  }
  return found;
}

const fieldsText = ({ fields }: Wish): string => JSON.stringify(Object.entries(fields).sort());
