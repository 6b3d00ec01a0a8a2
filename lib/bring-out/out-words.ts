import { type MissingReason, missingWords } from '@/lib/figure/missing-reason';
import type { Comparator, Polarity, Unit } from '@/lib/measure/measure';
import type { Role } from '@/lib/people/person';
import type { Release, State } from '@/lib/reading/workflow';
import type { Target } from '@/lib/target/target';
import { type Frequency, frequencyWords, type Window } from '@/lib/time/period';

/** A word of ours as it stands in a cell: 'working days', 'performance officer', 'at least'. */
export const plainWord = (word: Unit | Role | Target['shape'] | Comparator | State): string =>
  word.replaceAll('_', ' ');

export const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

export const releaseCell = (release: Release): string => (release === 'rolling' ? 'rolling' : 'by release');

export const betterCell = (polarity: Polarity): string => (polarity === 'none' ? 'neither' : polarity);

export const oftenCell = (frequency: Frequency): string => frequencyWords[frequency].toLowerCase();

/** What a figure covers, in a word or two. */
export const coverCells: Record<Window, string> = {
  single: 'single period',
  snapshot: 'snapshot',
  rolling12: 'rolling 12 months',
  ytd: 'year to date',
  since: 'since a date',
};

/** Why there is no figure, or that it is provisional; empty for a figure that stands. */
export const markCell = (missing: MissingReason | null, provisional: boolean): string => {
  if (missing) return missingWords[missing].title.toLowerCase();
  return provisional ? 'provisional' : '';
};
