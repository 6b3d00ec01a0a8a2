import { csvFile } from '@/app/_public/file';
import { NotFound } from '@/app/_public/not-found';
import { publicAnswer } from '@/app/_public/public-page';
import { linkTo, publishedMeasure, publishedView } from '@/app/(public)/measures/measure';
import { measureCsv } from '@/lib/edition/measure-csv';

export const dynamic = 'force-dynamic';

/** Every published figure of a measure as a file, from the last edition that has it. */
export const GET = publicAnswer<{ code: string }>(
  async ({ params, today }) => {
    const { code, edition } = await publishedMeasure(params.code, today);
    const { row, view } = await publishedView(edition.id, code, 'all', today);
    if (!view) throw new NotFound('The edition in force has no file of this measure’s figures yet.', linkTo(code));
    const text = measureCsv(row.title, view.sheet, view.readings, edition.council);
    return csvFile(`${code}-edition-${edition.head.number}.csv`, text);
  },
  { costly: true },
);
