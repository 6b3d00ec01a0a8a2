import type { EditionDifference } from '@/lib/edition/difference/edition-difference';
import type { EditionHead, FrozenRow } from '@/lib/edition/edition';
import type { MeasureSheet } from '@/lib/edition/measure-sheet';

/** What a paper is made from: an edition as it was frozen, the one that the committee saw last, and the names of the council. */
export type PaperSource = {
  council: { name: string; contact: string; demonstration: string | null; licence: string | null };
  head: EditionHead;
  rows: FrozenRow[];
  /** By the measures' codes; none in an edition from before there were sheets. */
  sheets: ReadonlyMap<string, MeasureSheet>;
  /** Where the edition stands for good, with the site's name where it is known. */
  address: string;
  /** The committees that hear the service, each with the day of its next meeting from the publication on; null where none is set. */
  committees: { name: string; next: string | null }[];
  since: Since;
};

/**
 * What the changes are counted from: the edition in force at a meeting, else the edition before; or why there are none. It is the
 * same edition where nothing was published since.
 */
export type Since =
  | { kind: 'first' }
  | { kind: 'none'; meeting: string; committee: string }
  | { kind: 'same'; edition: number; meeting: Meeting }
  | { kind: 'withdrawn'; edition: number; meeting: Meeting | null }
  | {
      kind: 'changes';
      edition: number;
      meeting: Meeting | null;
      before: FrozenRow[];
      differences: EditionDifference[];
    };

export type Meeting = { day: string; committee: string };

/** What the paper of a committee is made from: the editions in force of the services that report to it. */
export type JointSource = {
  council: PaperSource['council'];
  committee: { slug: string; name: string };
  /** The days of its last meeting and of its next one; null where there is none. */
  last: string | null;
  next: string | null;
  /** Where the committee's page is, with the site's name where it is known. */
  address: string;
  /** In the council's order; the changes of each are counted from the committee's last meeting. */
  services: PaperSource[];
  /** The names of its services of which no edition is in force. */
  without: string[];
};
