import { name } from '@/lib/time/period';
import type { CountedMeasure } from './counted-measure';
import { usualThreshold } from './highest-small-count';

/** Why a figure is hidden, in one public sentence that gives nothing away. */
export function whyHidden(because: 'small' | 'other', { policy }: Pick<CountedMeasure, 'policy'>): string {
  if (because === 'other') return 'Hidden so that another figure cannot be worked out.';
  const threshold = Math.max(2, policy?.threshold ?? usualThreshold);
  return `Hidden, because it could tell of 1 to ${threshold} people.`;
}

/** What staff are told of a hidden figure that was public before. */
export const alreadyPublicSentence = (start: string, { frequency }: Pick<CountedMeasure, 'frequency'>): string =>
  `The figure for ${name({ frequency, start })} was published before it was hidden, and hiding it now cannot take that back.`;

/** What staff are told of a hidden figure that other figures give away, all of which were public before. */
export const workedOutSentence = (start: string, { frequency }: Pick<CountedMeasure, 'frequency'>): string =>
  `The hidden figure for ${name({ frequency, start })} can be worked out from figures that are public already.`;
