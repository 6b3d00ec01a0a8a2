import { publicDatabase } from '@/db/connection/pool';
import { paperSizes } from '@/db/queries/published/edition-papers';
import { editionInForce, editionWithMeasure } from '@/db/queries/published/in-force';
import { endOfLondonDay } from '@/lib/time/instant';
import { leased } from './leased';

/** The edition of a service in force at the end of a London day, or null; as the record had it at most a lease ago. */
export const inForceOn = leased((slug: string, day: string) =>
  editionInForce(publicDatabase(), slug, endOfLondonDay(day)),
);

/** The last edition with a measure that was published by the end of a London day, or null; as the record had it at most a lease ago. */
export const measureInForceOn = leased((code: string, day: string) =>
  editionWithMeasure(publicDatabase(), code, endOfLondonDay(day)),
);

/** The sizes of an edition's papers that have been made, in bytes; as the record had them at most a lease ago. */
export const papersOf = leased((editionId: string) => paperSizes(publicDatabase(), Number(editionId)));
