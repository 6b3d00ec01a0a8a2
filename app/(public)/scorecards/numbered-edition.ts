import { NotFound } from '@/app/_public/not-found';
import { publicDatabase } from '@/db/connection/pool';
import { editionByNumber, type InForce } from '@/db/queries/published/in-force';
import { isSlug } from '@/lib/text/page-address';
import { serviceInForce } from './public-service-route';

/** A count as an address writes it, or null: no signs, blanks, zeros before it, or more than nine digits. */
const countIn = (text: string | null): number | null =>
  text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;

/** The number before which a list begins, as an address writes it; without one, the list begins with the latest. */
export const beforeIn = (query: URLSearchParams): number => countIn(query.get('before')) ?? 2 ** 31 - 1;

export const allEditions = (slug: string) => ({ href: `/scorecards/${slug}/editions`, text: 'All editions' });

/** An edition by its number as an address writes it; throws NotFound with the way to those that there are. */
export async function numberedEdition(slug: string, text: string | null, today: string): Promise<InForce> {
  const number = countIn(text);
  const edition = isSlug(slug) && number !== null ? await editionByNumber(publicDatabase(), slug, number) : null;
  if (edition) return edition;
  await serviceInForce(slug, today);
  throw new NotFound('There is no such edition of this scorecard.', allEditions(slug));
}
