import type { Content } from '@/app/_public/answer';
import { dataFile, metadataFile } from '@/app/_public/data-file';
import { leased } from '@/app/_public/leased';
import { NotFound } from '@/app/_public/not-found';
import { madeOnce } from '@/app/_public/rendered';
import { siteOf } from '@/app/_public/site';
import { publicDatabase } from '@/db/connection/pool';
import type { Council } from '@/db/queries/published/in-force';
import { type DataEdition, editionsInForce, measuresOf, readingsKnown } from '@/db/queries/published/open-data';
import type { OpenRow } from '@/lib/open-data/columns';
import { type CouncilFile, councilAbout, type DataAbout, type DataForm } from '@/lib/open-data/open-file';
import { measureRows } from '@/lib/open-data/open-rows';
import { nothingPublished } from '@/lib/scorecard/scorecard';
import { endOfLondonDay } from '@/lib/time/instant';
import { londonDay } from '@/lib/time/period';
import { scorecardRows } from './edition-data';

/** The editions in force on a day, as the record had them at most a lease ago. */
export const dataInForceOn = leased((day: string) => editionsInForce(publicDatabase(), endOfLondonDay(day)));

/** What the editions in force have as one set of data of the council, and when one of them last changed. */
export function aboutCouncil(file: CouncilFile, council: Council, editions: DataEdition[]): DataAbout {
  const days = editions.map(({ head }) => londonDay(head.publishedAt)).sort();
  const modified = days.at(-1);
  if (!modified) throw new NotFound(nothingPublished(council.name));
  return councilAbout(file, council, modified);
}

/** A file of the editions in force of every service: their scorecards, or every figure. */
export async function councilFile(
  council: Council,
  { file, form, date }: { file: CouncilFile; form: DataForm | 'metadata'; date: string },
): Promise<Content> {
  const editions = await dataInForceOn(date);
  const about = aboutCouncil(file, council, editions);
  const which = editions.map(({ head }) => [head.sha256, head.service.slug]);
  return madeOnce([siteOf(council), which, file, form, date], async () => {
    if (form === 'metadata') return metadataFile(about);
    if (file === 'figures') return dataFile(about, form, figuresOf(editions, council, date));
    return dataFile(about, form, [await scorecardRows(editions.map((edition) => ({ ...edition, council, date })))]);
  });
}

/** Every figure of editions, one edition after the other, so that no more than one is held as it was read. */
async function* figuresOf(editions: DataEdition[], council: Council, date: string): AsyncIterable<OpenRow[]> {
  for (const { id, head } of editions) {
    const measures = await measuresOf(publicDatabase(), [id]);
    const codes = measures.map(({ row }) => row.code);
    const readings = await readingsKnown(publicDatabase(), id, codes);
    const byCode = new Map<string, typeof readings>(codes.map((code) => [code, []]));
    for (const reading of readings) byCode.get(reading.code)?.push(reading);
    for (const { row, sheet } of measures)
      if (sheet) yield measureRows({ head, council, row, sheet, date }, byCode.get(row.code) ?? []);
  }
}
