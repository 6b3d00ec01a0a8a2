import type { Database } from '@/db/connection/client';
import { council } from '@/db/schema';
import { type CouncilWords, councilFields } from '@/lib/framework/council-entry';
import type { KeptFields } from '@/lib/framework/meanwhile';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';

export type KeptCouncil = { words: CouncilWords; was: KeptFields };

/** The council as it is kept; null for whoever may not change it. */
export async function keptCouncil(db: Database, who: Person): Promise<KeptCouncil | null> {
  if (!may(who, 'change_council')) return null;
  const [words] = await db
    .select({
      name: council.name,
      contact: council.contact,
      areaCode: council.areaCode,
      licence: council.licence,
      language: council.language,
    })
    .from(council);
  return words ? { words, was: councilFields(words) } : null;
}
