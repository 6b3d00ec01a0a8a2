import { Outdated } from '@/lib/form/refused';
import type { Difference } from './content-difference';

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
