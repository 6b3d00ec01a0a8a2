import { publicDatabase } from '@/db/connection/pool';
import { type SearchedEdition, searchedEditions, searchedMeasures } from '@/db/queries/published/searchable';
import { type Answer, searchIndex } from '@/lib/search/search';

type Search = (typed: string) => Answer;
/** Keeps no question, only the index that answers them: the one of the editions in force at the last question. */
let held: { name: string; search: Promise<Search> } | null = null;

/** The search over the editions in force before an instant of a day, with those; the index is made when they change, or the day does. */
export async function measuresInForce(
  before: string,
  day: string,
): Promise<{ editions: SearchedEdition[]; search: Search }> {
  const editions = await searchedEditions(publicDatabase(), before);
  const name = JSON.stringify({ editions, day });
  if (held?.name !== name) {
    const search = searchedMeasures(publicDatabase(), editions, day).then(searchIndex);
    const made = { name, search };
    held = made;
    search.catch(() => {
      if (held === made) held = null;
    });
  }
  return { editions, search: await held.search };
}
