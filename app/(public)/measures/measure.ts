import { NotFound } from '@/app/_public/public-page';
import { today } from '@/app/_server/clock';
import { publicDatabase } from '@/db/connection/pool';
import { editionWithMeasure, type InForce, theCouncil } from '@/db/queries/published/in-force';
import { frozenPage, oldestTold, readingsTold } from '@/db/queries/published/measures';
import type { FrozenRow } from '@/lib/edition/edition';
import { type Span, spanLength, spansOf } from '@/lib/edition/measure-span';
import type { MeasureView } from '@/lib/edition/measure-view';
import { trendOf } from '@/lib/edition/trend-of';
import { isSlug } from '@/lib/text/address';
import { endOfLondonDay } from '@/lib/time/instant';

/** A measure of an address with the last edition that has it; throws NotFound for one that no edition has. */
export async function publishedMeasure(asked: string): Promise<{ code: string; found: InForce }> {
  const code = asked.toLowerCase();
  const found = isSlug(code) ? await editionWithMeasure(publicDatabase(), code, endOfLondonDay(today())) : null;
  if (!found) throw new NotFound('There is no published measure at this address.', await theCouncil(publicDatabase()));
  return { code, found };
}

/** Whether the latest edition that stands has the measure; otherwise it was retired, or the edition with it withdrawn. */
export const isLive = ({ head, latest }: InForce): boolean => latest?.number === head.number;

/** What the page of a measure shows for a span; a null view for an edition from before measures had pages. */
export async function measureView(
  { id }: InForce,
  code: string,
  span: Span,
): Promise<{ row: FrozenRow; view: MeasureView | null }> {
  const db = publicDatabase();
  const page = await frozenPage(db, id, code);
  if (!page) throw new Error(`an edition has no row of ${code}`);
  const { row, sheet } = page;
  if (!sheet) return { row, view: null };
  const { frequency } = sheet;
  const readings = await readingsTold(db, { editionId: id, code, most: spanLength(span, frequency) });
  const oldest = await oldestTold(db, id, code);
  const latest = readings[0]?.start;
  const view = {
    ...{ date: today(), row, sheet, readings, trend: trendOf(sheet, readings), span, oldest },
    spans: oldest && latest ? spansOf(frequency, oldest, latest) : [],
    address: `/measures/${code}`,
  };
  return { row, view };
}
