import { sha256 } from '@/db/hashing/sha256';
import type { FrozenRow } from '@/lib/edition/edition';
import type { MeasureSheet } from '@/lib/edition/measure-sheet';
import { canonical } from '@/lib/record/canonical';
import type { PublishedReading } from '@/lib/series/published-reading';

/** What a row says of its measure's page, so that the edition's own hash covers that too: nothing is told without a hash. */
export const pageHashes = (sheet: MeasureSheet, told: PublishedReading[]): Pick<FrozenRow, 'sheet' | 'told'> => ({
  sheet: sha256(canonical(sheet)),
  told: told.length > 0 ? sha256(canonical(told)) : null,
});
