import { apiAnswer, apiOptions } from '@/app/_public/api-answer';
import { NotFound } from '@/app/_public/not-found';
import { measureEdition } from '@/app/(public)/api/v1/addressed-edition';
import { publicDatabase } from '@/db/connection/pool';
import { frozenPage } from '@/db/queries/published/measures';
import { readingsKnown } from '@/db/queries/published/open-data';
import { jsonRow } from '@/lib/open-data/open-json';
import { scorecardRow } from '@/lib/open-data/open-rows';

export const dynamic = 'force-dynamic';

/** A measure as the last edition that has it shows it. */
export const GET = apiAnswer<{ code: string }>(async ({ params, today }) => {
  const { code, edition } = await measureEdition(params.code, today);
  const { id, head, council } = edition;
  const page = await frozenPage(publicDatabase(), id, code);
  if (!page) throw new NotFound('There is no published measure of that code.');
  const start = page.row.period?.start;
  const [latest] = start
    ? await readingsKnown(publicDatabase(), id, [code], { from: start, until: start, most: 1 })
    : [];
  return jsonRow(scorecardRow({ head, council, row: page.row, sheet: page.sheet, date: today }, latest ?? null));
});
export const OPTIONS = apiOptions;
