import { Exact } from '@/lib/figure/decimal';
import { figureWords, type MissingReason, missingWords, readingValue, round } from '@/lib/figure/figure';
import type { Content } from '@/lib/reading/content';
import type { RevisionReason } from '@/lib/reading/revision';
import { type Colour, judge, type Target } from '@/lib/target/target';
import { formatDate } from '@/lib/time/period';
import { type MeasureRecord, type ReadingRecord, targetInForce } from './measure-record';
import { versionAt } from './series-break';

/** One reading exactly as the first edition with it shows it: what the public may see, and nothing else. */
export type PublishedReading = {
  /** The first day of its period; 0 for the first reading, a higher number for each correction. */
  start: string;
  revision: number;
  /** A plain decimal at displayed precision: "83", "-2.5"; null with the reason in `why`. */
  value: string | null;
  why: string | null;
  missing: MissingReason | null;
  /** The parts as they were given, plain decimals. */
  numerator: string | null;
  denominator: string | null;
  provisional: boolean;
  illustrative: boolean;
  /** Of a correction: the figure that it took the place of, the class of its reason and the public note. */
  corrects: { was: string | null; reason: RevisionReason | null; note: string | null } | null;
  /** The target as it stood, and the colour by it; null where there is none. */
  target: Target | null;
  colour: Colour | null;
  /** The version of the definition that it was counted by. */
  definition: number;
  comments: string | null;
  actions: Content['actions'];
  completed: Content['completed'];
  /** Who signed it, by their role, and the London day; null for what is older than signatures. */
  approved: { by: 'head of service' | 'deputy of the head of service'; on: string } | null;
};

/** A reading of a measure as an edition publishes it. */
export function publishedReading(measure: MeasureRecord, reading: ReadingRecord): PublishedReading {
  const { periodStart: start, revision, provisional, illustrative, comments, actions, completed } = reading;
  const value = readingValue(reading, measure);
  const target = targetInForce(measure.targets, start)?.target ?? null;
  const { colour } = judge({ value, target, whyNoTarget: measure.whyNoTarget, measure, parts: reading });
  return {
    start,
    revision,
    ...parts(reading),
    provisional,
    illustrative,
    target,
    colour,
    value: value === null ? null : round(value, measure.decimals),
    missing: reading.missing,
    why: whyNone(reading),
    corrects: correctionOf(measure, reading),
    definition: versionAt(measure.wordings, start),
    comments,
    actions,
    completed,
    approved: approvalOf(reading),
  };
}

const plain = (value: string | null) => (value === null ? null : new Exact(value).toFixed());
const parts = ({ numerator, denominator }: ReadingRecord) => ({
  numerator: plain(numerator),
  denominator: plain(denominator),
});

/** Why a reading has no figure, in words with the day on which it is expected; null where it has one. */
function whyNone({ missing, expectedOn }: Pick<ReadingRecord, 'missing' | 'expectedOn'>): string | null {
  if (missing === null) return null;
  const { title } = missingWords[missing];
  return expectedOn ? `${title}; expected ${formatDate(expectedOn)}` : title;
}

const approvalOf = ({ approvedOn, approvedByDeputy }: ReadingRecord): PublishedReading['approved'] =>
  approvedOn === null
    ? null
    : { by: approvedByDeputy ? 'deputy of the head of service' : 'head of service', on: approvedOn };

const correctionOf = (measure: MeasureRecord, { revision, was, revisionReason, publicNote }: ReadingRecord) =>
  revision === 0 ? null : { was: was && figureWords(was, measure), reason: revisionReason, note: publicNote };
