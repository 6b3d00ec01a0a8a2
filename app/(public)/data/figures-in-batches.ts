import { publicDatabase } from '@/db/connection/pool';
import { readingsKnown } from '@/db/queries/published/open-data';
import type { MeasureSheet } from '@/lib/edition/measure-sheet';
import type { OpenRow } from '@/lib/open-data/open-columns';
import { measureRows, type OpenMeasure } from '@/lib/open-data/open-rows';
import { addDays } from '@/lib/time/day';

/** How many figures of a measure are read at a time. */
const atATime = 400;

type Published = OpenMeasure & { sheet: MeasureSheet };

/** Every figure of a measure as an edition knows it, some at a time from the oldest, then those of others. */
export async function* figurePages(editionId: number, measure: Published): AsyncGenerator<OpenRow[], void> {
  const { row, sheet } = measure;
  const own = { ...measure, sheet: { ...sheet, benchmarks: [] } };
  let from: string | undefined;
  for (;;) {
    const readings = await readingsKnown(publicDatabase(), editionId, [row.code], { from, most: atATime });
    yield measureRows(own, readings);
    const last = readings.at(-1);
    if (!last || readings.length < atATime) break;
    from = addDays(last.reading.start, 1);
  }
  yield measureRows(measure, []);
}
