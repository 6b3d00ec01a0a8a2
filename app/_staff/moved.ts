import { database } from '@/db/connection/pool';
import { presentSlug } from '@/db/queries/framework/services';
import { isSlug } from '@/lib/text/page-address';

/** The pages behind the sign-in whose address has a service's own in it, as the word that follows. */
const ofServices =
  /^(\/(?:services|releases|history\/services|settings\/services|settings\/people\/posts)\/)([^/?]+)(.*)$/;
/** The same, where it stands in the query. */
const inQuery = /^(\/settings\/(?:measures|measures\/new|measures\/order|people\/give)\?(?:.*&)?service=)([^&]+)(.*)$/;

/** The address of a page under the present address of its service, where it was asked for under an earlier one; else null. */
export async function moved(address: string | null): Promise<string | null> {
  const [, before = '', slug = '', after = ''] = ofServices.exec(address ?? '') ?? inQuery.exec(address ?? '') ?? [];
  const present = isSlug(slug) ? await presentSlug(database(), slug) : null;
  return present && `${before}${present}${after}`;
}
