import { measureCsv } from '@/lib/measure-csv';
import { costlyPage } from '../../../costly-page';
import { bytesOf, send } from '../../../document';
import { NotFound } from '../../../public-page';
import { measureView, publishedMeasure } from '../../measure';

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
