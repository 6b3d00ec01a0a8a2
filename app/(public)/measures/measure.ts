import { measureInForceOn } from '@/app/_public/in-force';
import { NotFound } from '@/app/_public/not-found';
import { publicDatabase } from '@/db/connection/pool';
import type { InForce } from '@/db/queries/published/in-force';
import { frozenPage, oldestPublished, readingsPublished } from '@/db/queries/published/measures';
import type { FrozenRow } from '@/lib/edition/edition';
import { type MeasureView, measureView } from '@/lib/edition/measure-view';
import { type HowFar, howFarLength } from '@/lib/edition/trend-length';
import { isSlug } from '@/lib/text/page-address';

export const noMeasure = 'There is no published measure at this address.';

/** The way to a measure from an address that has no page of it. */
export const linkTo = (code: string) => ({ href: `/measures/${code}`, text: 'The measure' });

/** A measure of an address with the last edition that has it; throws NotFound for one that no edition has. */
export async function publishedMeasure(typed: string, today: string): Promise<{ code: string; edition: InForce }> {
  const code = typed.toLowerCase();
  const edition = isSlug(code) ? await measureInForceOn(code, today) : null;
  if (!edition) throw new NotFound(noMeasure);
  return { code, edition };
}

/** Whether the latest edition that stands has the measure; otherwise it was retired, or the edition with it withdrawn. */
export const isLive = ({ head, latest }: InForce): boolean => latest?.number === head.number;

type Published = { row: FrozenRow; view: MeasureView | null };

/** What an edition shows of a measure for a span; a null view for an edition from before measures had pages. */
export async function publishedView(editionId: number, code: string, span: HowFar, today: string): Promise<Published> {
  const db = publicDatabase();
  const page = await frozenPage(db, editionId, code);
  if (!page) throw new Error(`an edition has no row of ${code}`);
  const { row, sheet } = page;
  if (!sheet) return { row, view: null };
  const readings = await readingsPublished(db, { editionId, code, most: howFarLength(span, sheet.frequency) });
  const oldest = await oldestPublished(db, editionId, code);
  const address = `/measures/${code}`;
  return { row, view: measureView({ date: today, row, sheet, readings, span, oldest, address }) };
}
