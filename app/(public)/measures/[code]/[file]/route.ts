import { NotFound } from '@/app/_public/not-found';
import { publicAnswer } from '@/app/_public/public-page';
import { measureCardFile, measureFile } from '@/app/(public)/data/measure-data';
import { linkTo, noMeasure, publishedMeasure } from '@/app/(public)/measures/measure';
import { fileIn } from '@/lib/open-data/open-file';

export const dynamic = 'force-dynamic';

/** Every published figure of a measure as a file, or its picture, from the last edition that has it. */
export const GET = publicAnswer<{ code: string; file: string }>(
  async ({ request, params, today }) => {
    const { code, edition } = await publishedMeasure(params.code, today);
    if (params.file === 'card.png' && !edition.withdrawal) return measureCardFile(edition, code);
    const named = fileIn(params.file, ['data']);
    if (!named) throw new NotFound('There is no such file of a measure.', linkTo(code));
    if (edition.withdrawal) throw new NotFound(noMeasure);
    return measureFile(request, edition, { code, form: named.form, date: today });
  },
  { costly: true },
);
