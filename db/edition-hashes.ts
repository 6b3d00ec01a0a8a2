import { canonical } from '@/lib/canonical';
import type { FrozenRow } from '@/lib/edition';
import type { PublishedReading } from '@/lib/published-reading';
import type { MeasureSheet } from '@/lib/sheet';
import { sha256 } from './sha256';

/** What a row says of its measure's page, so that the edition's own hash covers that too: nothing is told without a hash. */
export const pageHashes = (sheet: MeasureSheet, told: PublishedReading[]): Pick<FrozenRow, 'sheet' | 'told'> => ({
  sheet: sha256(canonical(sheet)),
  told: told.length > 0 ? sha256(canonical(told)) : null,
});
