import { inForceOn } from '@/app/_public/in-force';
import { NotFound } from '@/app/_public/public-page';
import { today } from '@/app/_server/clock';
import { publicDatabase } from '@/db/connection/pool';
import { editionByNumber, type InForce, theCouncil } from '@/db/queries/published/in-force';
import { isSlug } from '@/lib/text/address';

/** The edition of a service in force today; throws NotFound for a service that has published nothing. */
export async function serviceInForce(slug: string): Promise<InForce> {
  const found = isSlug(slug) ? await inForceOn(slug, today()) : null;
  if (!found)
    throw new NotFound('There is no published scorecard at this address.', await theCouncil(publicDatabase()));
  return found;
}

/** A count as an address writes it, or null: no signs, blanks, zeros before it, or more than nine digits. */
export const countIn = (text: string | null): number | null =>
  text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;

/** An edition by its number as an address writes it; throws NotFound with the way to those that there are. */
export async function numberedEdition(slug: string, text: string | null): Promise<InForce> {
  const number = countIn(text);
  const found = isSlug(slug) && number !== null ? await editionByNumber(publicDatabase(), slug, number) : null;
  if (found) return found;
  const { council } = await serviceInForce(slug);
  const link = { href: `/scorecards/${slug}/editions`, text: 'All editions' };
  throw new NotFound('There is no such edition of this scorecard.', council, link);
}
