import { Outdated } from '@/lib/form/refused';
import type { Difference } from './content-difference';

/** Somebody else changed the reading: the version that was seen is not the latest any more. */
export class Stale extends Outdated {
  override name = 'Stale';
  constructor(
    sentence: string,
    readonly details: { readingId: number; seenVersion: number | null; now: number; differences: Difference[] },
  ) {
    super(sentence);
  }
}
