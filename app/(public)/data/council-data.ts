import type { Content } from '@/app/_public/answer';
import { metadataFile } from '@/app/_public/files/data-file';
import { leased } from '@/app/_public/leased';
import { NotFound } from '@/app/_public/not-found';
import { siteOf } from '@/app/_public/site';
import { publicDatabase } from '@/db/connection/pool';
import type { Council } from '@/db/queries/published/in-force';
import { type DataEdition, editionsInForce, measuresOf } from '@/db/queries/published/open-data';
import type { OpenRow } from '@/lib/open-data/open-columns';
import { type CouncilFile, councilAbout, type DataAbout, type DataForm } from '@/lib/open-data/open-file';
import { nothingPublished } from '@/lib/scorecard/scorecard';
import { endOfLondonDay } from '@/lib/time/instant';
import { londonDay } from '@/lib/time/period';
import { scorecardRows } from './edition-data';
import { figurePages } from './figures-in-batches';
import { fileOfRows } from './streamed-file';

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
  request: Request,
  council: Council,
  { file, form, date }: { file: CouncilFile; form: DataForm | 'metadata'; date: string },
): Promise<Content | Response> {
  const editions = await dataInForceOn(date);
  const about = aboutCouncil(file, council, editions);
  if (form === 'metadata') return metadataFile(about);
  const which = editions.map(({ head }) => [head.sha256, head.service.slug]);
  const rows = file === 'figures' ? figuresOf : scorecardsOf;
  return fileOfRows(request, {
    dependsOn: [siteOf(council), which, file, form, date],
    about,
    form,
    rows: () => rows(editions, council, date),
  });
}

/** The scorecards of editions, one after the other. */
async function* scorecardsOf(editions: DataEdition[], council: Council, date: string): AsyncGenerator<OpenRow[], void> {
  for (const edition of editions) yield scorecardRows([{ ...edition, council, date }]);
}

/** Every figure of editions, measure by measure, of each so many at a time. */
async function* figuresOf(editions: DataEdition[], council: Council, date: string): AsyncGenerator<OpenRow[], void> {
  for (const { id, head } of editions)
    for (const { row, sheet } of await measuresOf(publicDatabase(), [id]))
      if (sheet) yield* figurePages(id, { head, council, row, sheet, date });
}
