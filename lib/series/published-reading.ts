import type { Elsewhere } from '@/lib/elsewhere/elsewhere-words';
import { type Figures, readingValue } from '@/lib/figure/computed-value';
import { Exact } from '@/lib/figure/decimal';
import { figureWords } from '@/lib/figure/figure';
import { type MissingReason, missingWords } from '@/lib/figure/missing-reason';
import { round } from '@/lib/figure/rounding';
import type { Withheld } from '@/lib/figure/withheld';
import type { MeasureFacts } from '@/lib/measure/measure';
import type { Content } from '@/lib/reading/content';
import type { RevisionReason } from '@/lib/reading/revision-reasons';
import { type PublishedJudgement, publishedJudgement } from '@/lib/target/judged-status';
import type { Colour, Target } from '@/lib/target/target';
import { targetInForce } from '@/lib/target/target-in-force';
import { colourBy } from '@/lib/target/why-this-colour';
import { withoutEnd } from '@/lib/text/sentence-end';
import { formatDate } from '@/lib/time/period';
import type { MeasureRecord, ReadingRecord } from './measure-record';
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
  /** The parts as they were given, plain decimals; null too where they are hidden. */
  numerator: string | null;
  denominator: string | null;
  provisional: boolean;
  illustrative: boolean;
  /** Where and when it was published, where nobody entered it here; absent for every other reading. */
  elsewhere?: Elsewhere;
  /** Why some of its figures are hidden, and at how many decimals its value is shown where that is fewer; absent where none is. */
  hidden?: { why: string; decimals?: number };
  /** Whether an earlier edition showed it already, and hid more or less of it; absent where it is shown for the first time. */
  again?: true;
  /** Of a correction: the figure that it took the place of, the class of its reason and the public note. */
  corrects: { was: string | null; reason: RevisionReason | null; note: string | null } | null;
  /** The target as it stood, and the colour by it; null where there is none. */
  target: Target | null;
  colour: Colour | null;
  /** The colour that its approver judged instead; absent where none did. */
  judged?: PublishedJudgement;
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
  const colour = ruleColour(measure, reading);
  const judged = publishedJudgement(reading, colour);
  return {
    start,
    revision,
    ...parts(reading),
    provisional,
    illustrative,
    ...(reading.elsewhere && { elsewhere: reading.elsewhere }),
    target,
    colour,
    ...(judged && { judged }),
    value: value === null ? (reading.withheld?.instead?.value ?? null) : round(value, measure.decimals),
    missing: reading.missing,
    why: whyNone(reading, value),
    ...(reading.withheld && { hidden: hiddenOf(reading.withheld) }),
    corrects: correctionOf(measure, reading),
    definition: versionAt(measure.wordings, start),
    comments,
    actions,
    completed,
    approved: approvalOf(reading),
  };
}

/** The colour that the rule gives a reading by the target of its period; null where it gives none. */
export function ruleColour(
  measure: Pick<MeasureRecord, 'targets'> & MeasureFacts,
  reading: Figures & { periodStart: string; withheld?: Withheld },
): Colour | null {
  if (reading.withheld) return reading.withheld.colour;
  const value = readingValue(reading, measure);
  const target = targetInForce(measure.targets, reading.periodStart)?.target ?? null;
  return colourBy({ value, target, measure });
}

const plain = (value: string | null) => (value === null ? null : new Exact(value).toFixed());
const parts = ({ numerator, denominator }: ReadingRecord) => ({
  numerator: plain(numerator),
  denominator: plain(denominator),
});

const hiddenOf = ({ why, instead }: Withheld): NonNullable<PublishedReading['hidden']> =>
  instead ? { why, decimals: instead.decimals } : { why };

/** Why a reading has no figure, in words with the day on which it is expected; null where it has one. */
function whyNone({ missing, expectedOn, withheld }: ReadingRecord, value: string | null): string | null {
  if (withheld) return value === null && !withheld.instead ? withoutEnd(withheld.why) : null;
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
