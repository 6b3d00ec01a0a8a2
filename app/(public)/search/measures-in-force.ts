import { setImmediate as pause } from 'node:timers/promises';
import { publicDatabase } from '@/db/connection/pool';
import { type SearchedEdition, searchedEditions, searchedMeasures } from '@/db/queries/published/searchable';
import { type Answer, indexing } from '@/lib/search/search';

type Search = (typed: string) => Answer;
/** An index by the editions in force that it was made of, and their day. */
type Held = { name: string; search: Promise<Search> };

/**
 * Keeps no question, only the index that answers them: the one of the editions in force at the last question. On globalThis, because
 * the pages and the start of the server, which makes it before anybody asks, are bundled apart.
 */
const processGlobals = globalThis as { candourSearch?: Held };

/** For how long at a stretch an index is made before others are answered, in milliseconds. */
const stretch = 8;

/** The search over the editions in force before an instant of a day, with those; the index is made when they change, or the day does. */
export async function measuresInForce(
  before: string,
  day: string,
): Promise<{ editions: SearchedEdition[]; search: Search }> {
  const editions = await searchedEditions(publicDatabase(), before);
  const name = JSON.stringify({ editions, day });
  const held = processGlobals.candourSearch;
  if (held?.name === name) return { editions, search: await held.search };
  const search = indexOf(editions, day);
  const made = { name, search };
  processGlobals.candourSearch = made;
  search.catch(() => {
    if (processGlobals.candourSearch === made) delete processGlobals.candourSearch;
  });
  return { editions, search: await search };
}

async function indexOf(editions: SearchedEdition[], day: string): Promise<Search> {
  const making = indexing(await searchedMeasures(publicDatabase(), editions, day));
  for (let begun = performance.now(); ; ) {
    const step = making.next();
    if (step.done) return step.value;
    if (performance.now() - begun < stretch) continue;
    await pause();
    begun = performance.now();
  }
}
