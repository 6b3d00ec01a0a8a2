import { limitIn, pageOf } from '@/app/_public/api-answer';
import { placeIn } from '@/app/(public)/api/v1/addressed-edition';
import { publicDatabase } from '@/db/connection/pool';
import { latestReadings, measuresOf } from '@/db/queries/published/open-data';
import { jsonRow } from '@/lib/open-data/open-json';
import { type OpenMeasure, scorecardRow } from '@/lib/open-data/open-rows';

type Whose = Pick<OpenMeasure, 'head' | 'council' | 'date'> & { id: number };

/** A page of the measures of editions as their scorecards show them. */
export async function measureListOf(editions: Whose[], { path, query }: { path: string; query: URLSearchParams }) {
  const limit = limitIn(query);
  const after = placeIn(query);
  const ids = editions.map(({ id }) => id);
  const all = await measuresOf(publicDatabase(), ids, { most: limit + 1, ...(after && { after }) });
  const { page, next } = pageOf(all, {
    limit,
    path,
    query,
    restAt: (measures) => {
      const last = measures.at(-1);
      return { after: `${last?.editionId}-${last?.row.number}` };
    },
  });
  const shown = [...new Set(page.map(({ editionId }) => editionId))];
  const latest = await latestReadings(publicDatabase(), shown);
  const whose = new Map(editions.map(({ id, ...edition }) => [id, edition]));
  const data = page.flatMap(({ editionId, row, sheet }) => {
    const edition = whose.get(editionId);
    const known = latest.find((each) => each.editionId === editionId && each.code === row.code);
    return edition ? [jsonRow(scorecardRow({ ...edition, row, sheet }, known ?? null))] : [];
  });
  return { data, next };
}
