import { costlyPage } from '@/app/_public/costly-page';
import { NotFound } from '@/app/_public/public-page';
import { bytesOf, send } from '@/app/_public/published-answer';
import { measureView, publishedMeasure } from '@/app/(public)/measures/measure';
import { measureCsv } from '@/lib/edition/measure-csv';

export const dynamic = 'force-dynamic';

/** Every published figure of a measure as a file, from the last edition that has it. */
export function GET(request: Request, { params }: RouteContext<'/measures/[code]/data.csv'>) {
  return costlyPage(request, async () => {
    const { code, found } = await publishedMeasure((await params).code);
    const { row, view } = await measureView(found, code, 'all');
    const link = { href: `/measures/${code}`, text: 'The measure' };
    if (!view)
      throw new NotFound('The edition in force has no file of this measure’s figures yet.', found.council, link);
    const csv = Buffer.from(measureCsv(row.title, view.sheet, view.readings), 'utf8');
    const headers = {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${code}-edition-${found.head.number}.csv"`,
    };
    return send(request, bytesOf(csv), { headers });
  });
}
