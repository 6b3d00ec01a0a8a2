import type { Content } from '@/app/_public/answer';
import { metadataFile } from '@/app/_public/files/data-file';
import { pictureFile } from '@/app/_public/files/picture-file';
import { NotFound } from '@/app/_public/not-found';
import { madeOnce } from '@/app/_public/rendered';
import { siteOf } from '@/app/_public/site';
import { settings } from '@/app/_server/server-settings';
import { figurePages } from '@/app/(public)/data/figures-in-batches';
import { fileOfRows } from '@/app/(public)/data/streamed-file';
import { linkTo } from '@/app/(public)/measures/measure';
import { publicDatabase } from '@/db/connection/pool';
import type { InForce } from '@/db/queries/published/in-force';
import { frozenPage } from '@/db/queries/published/measures';
import { measureCard } from '@/lib/card/card';
import type { MeasureView } from '@/lib/edition/measure-view';
import { datasetBlock } from '@/lib/open-data/catalogue';
import { type FileSize, sizesBy } from '@/lib/open-data/data-bytes';
import { type DataForm, measureAbout } from '@/lib/open-data/open-file';
import { measureRows } from '@/lib/open-data/open-rows';
import { endOf, periodsBetween } from '@/lib/time/period';

/** A file of every figure of a measure, from the last edition that has it. */
export async function measureFile(
  request: Request,
  edition: InForce,
  { code, form, date }: { code: string; form: DataForm | 'metadata'; date: string },
): Promise<Content | Response> {
  const { id, head, council } = edition;
  const page = await frozenPage(publicDatabase(), id, code);
  const { row, sheet } = page ?? {};
  if (!row || !sheet)
    throw new NotFound('The edition in force has no file of this measure’s figures yet.', linkTo(code));
  const about = measureAbout(head, council, row);
  if (form === 'metadata') return metadataFile(about);
  return fileOfRows(request, {
    dependsOn: [head.sha256, siteOf(council), head.service.slug, code, form, date],
    about,
    form,
    rows: () => figurePages(id, { head, council, row, sheet, date }),
  });
}

/** The picture of a measure for links from elsewhere, as the last edition shows it that has it. */
export function measureCardFile({ id, head, council }: InForce, code: string): Promise<Content> {
  return madeOnce([head.sha256, siteOf(council), head.service.slug, code, 'card'], async () => {
    const page = await frozenPage(publicDatabase(), id, code);
    if (!page) throw new Error(`an edition has no row of ${code}`);
    return pictureFile(measureCard({ head, council }, page.row));
  });
}

/** About how large the files of a measure are, by the figures that its page shows. */
export async function measureSizes(
  { head, council }: Pick<InForce, 'head' | 'council'>,
  { row, sheet, readings, oldest, date }: MeasureView,
): Promise<FileSize[]> {
  const known = readings.map((reading) => ({ reading, firstAt: head.publishedAt, latestAt: head.publishedAt }));
  const sample = measureRows({ head, council, row, sheet, date }, known);
  const { frequency } = sheet;
  const [newest, last] = [readings[0]?.start, readings.at(-1)?.start];
  const earlier =
    newest && last && oldest ? periodsBetween({ frequency, start: oldest }, { frequency, start: last }) : 0;
  const sizes = await sizesBy(measureAbout(head, council, row), sample);
  return sizes(sample.length + Math.max(0, earlier));
}

/** The data of a measure for catalogues. */
export function measureDataset({ head, council }: Pick<InForce, 'head' | 'council'>, view: MeasureView): string {
  const { row, sheet, oldest } = view;
  const first = oldest ?? row.period?.start;
  return datasetBlock([
    {
      about: measureAbout(head, council, row),
      origin: settings().origin ?? '',
      covers:
        first && row.period
          ? { from: first, until: endOf({ frequency: sheet.frequency, start: row.period.start }) }
          : null,
      measured: [row.title],
    },
  ]);
}
