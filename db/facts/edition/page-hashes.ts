import { sha256 } from '@/db/hashing/sha256';
import type { FrozenRow } from '@/lib/edition/edition';
import type { MeasureSheet } from '@/lib/edition/measure-sheet';
import { canonical } from '@/lib/record/canonical';
import type { PublishedReading } from '@/lib/series/published-reading';

/** The hashes of a measure's page in its row, so that the edition's own hash covers the page too. */
export const pageHashes = (sheet: MeasureSheet, readings: PublishedReading[]): Pick<FrozenRow, 'sheet' | 'told'> => ({
  sheet: sha256(canonical(sheet)),
  told: readings.length > 0 ? sha256(canonical(readings)) : null,
});
