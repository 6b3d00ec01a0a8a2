import type { Difference } from './difference';
import { Outdated } from './refused';

/** Somebody else changed what is written: what was seen is not what is there any more. */
export class Stale extends Outdated {
  override name = 'Stale';
  constructor(
    sentence: string,
    readonly of: { readingId: number; seen: number | null; now: number; differences: Difference[] },
  ) {
    super(sentence);
  }
}
