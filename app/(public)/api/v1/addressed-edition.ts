import { limitIn, pageOf } from '@/app/_public/api-answer';
import { inForceOn, measureInForceOn } from '@/app/_public/in-force';
import { NotFound } from '@/app/_public/not-found';
import { BadQuestion, problem } from '@/app/_public/problem';
import { publicDatabase } from '@/db/connection/pool';
import { editionByNumber, type InForce } from '@/db/queries/published/in-force';
import { frozenPage } from '@/db/queries/published/measures';
import { type MeasurePlace, readingsKnown } from '@/db/queries/published/open-data';
import { jsonRow } from '@/lib/open-data/open-json';
import { measureRows } from '@/lib/open-data/open-rows';
import { isSlug } from '@/lib/text/page-address';
import { isDay } from '@/lib/time/instant';
import { formatDate, londonDay } from '@/lib/time/period';

/** The edition of a service in force; throws NotFound where the service has none. */
export async function serviceEdition(service: string, today: string): Promise<InForce> {
  const edition = isSlug(service) ? await inForceOn(service, today) : null;
  if (!edition || edition.withdrawal)
    throw new NotFound('There is no service with a published scorecard of that name.');
  return edition;
}

/** An edition of a service by the number in an address; a problem where it was withdrawn. */
export async function apiEdition(service: string, number: string, path: string): Promise<InForce | Response> {
  if (!/^[1-9]\d{0,8}$/.test(number)) throw new BadQuestion('The number of an edition is a whole number from 1.');
  const edition = isSlug(service) ? await editionByNumber(publicDatabase(), service, Number(number)) : null;
  if (!edition) throw new NotFound('There is no such edition.');
  const { withdrawal } = edition;
  if (!withdrawal) return edition;
  return problem(410, `Withdrawn on ${formatDate(londonDay(withdrawal.at))}: ${withdrawal.reason}`, path);
}

/** The last edition with a measure; throws NotFound where none that stands has it. */
export async function measureEdition(typed: string, today: string): Promise<{ code: string; edition: InForce }> {
  const code = typed.toLowerCase();
  const edition = isSlug(code) ? await measureInForceOn(code, today) : null;
  if (!edition || edition.withdrawal) throw new NotFound('There is no published measure of that code.');
  return { code, edition };
}

/** Behind which measure a list goes on, as our own addresses write it. */
export function placeIn(query: URLSearchParams): MeasurePlace | undefined {
  const text = query.get('after');
  if (text === null) return undefined;
  const [, editionId, number] = /^(\d{1,9})-(\d{1,9})$/.exec(text) ?? [];
  if (!editionId || !number) throw new BadQuestion('after has to be taken from the address of the next page.');
  return { editionId: Number(editionId), number: Number(number) };
}

type Readings = {
  edition: Pick<InForce, 'id' | 'head' | 'council'>;
  code: string;
  date: string;
  path: string;
  query: URLSearchParams;
};

/** A page of the readings of a measure as of an edition, the oldest first. */
export async function readingList({ edition, code, date, path, query }: Readings) {
  const { id, head, council } = edition;
  const limit = limitIn(query);
  const [from, until] = [dayIn(query, 'from'), dayIn(query, 'to')];
  const page = await frozenPage(publicDatabase(), id, code);
  if (!page) throw new NotFound('This edition has no such measure.');
  const { row, sheet } = page;
  if (!sheet) throw new NotFound('This edition is from before figures were kept one by one.');
  const all = await readingsKnown(publicDatabase(), id, [code], { from, until, most: limit + 1 });
  const { page: readings, next } = pageOf(all, {
    limit,
    path,
    query,
    restAt: (_, { reading }) => ({ from: reading.start }),
  });
  const own = { ...sheet, benchmarks: [] };
  return { data: measureRows({ head, council, row, sheet: own, date }, readings).map(jsonRow), next };
}

/** A day of a question, which is the first one of a period or lies between two. */
function dayIn(query: URLSearchParams, name: 'from' | 'to'): string | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!isDay(text)) throw new BadQuestion(`${name} has to be a day such as 2018-04-01.`);
  return text;
}
