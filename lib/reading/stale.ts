import type { Problem } from '@/lib/form/form-state';
import { Outdated } from '@/lib/form/refused';
import { formatInstant } from '@/lib/time/instant';
import { type Difference, namesOf } from './content-difference';

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

type Change = {
  /** The version that was seen, null where nothing was saved yet, and the one that is there. */
  seenVersion: number | null;
  version: number;
  /** Who made the one that is there, as the reader calls them, and when; null where that is not known. */
  last: { name: string; at: string } | null;
  differences: Difference[];
};

/** The sentence that somebody has changed a reading since it was seen: who, what and when. */
export function staleSentence({ seenVersion, version, last, differences }: Change): string {
  const what =
    seenVersion === null
      ? 'wrote this reading'
      : `changed ${namesOf(differences.map(({ what }) => what)) ?? 'this reading'}`;
  const when = last ? ` at ${formatInstant(last.at)}` : '';
  const before = seenVersion === null ? 'you opened it before anything was saved' : `you saw version ${seenVersion}`;
  return `${last?.name ?? 'Somebody'} ${what}${when}; ${before}, it is now version ${version}.`;
}

/** The problems of a stale step: who changed what, and each field as it is now. */
export const staleProblems = ({ message, details }: Stale): Problem[] => [
  { field: null, sentence: message },
  ...details.differences.map(({ what, after }) => ({
    field: null,
    sentence: after === null ? `There is no ${what} there now.` : `The ${what} there now: “${after}”`,
  })),
];
