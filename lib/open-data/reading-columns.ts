import type { MeasureSheet } from '@/lib/edition/measure-sheet';
import { elsewhereWords } from '@/lib/elsewhere/elsewhere-words';
import { missingMarkers, missingWords } from '@/lib/figure/missing-reason';
import { round } from '@/lib/figure/rounding';
import { hiddenMarker } from '@/lib/figure/withheld';
import type { PublishedReading } from '@/lib/series/published-reading';
import { signWord } from '@/lib/spc/frozen-process';
import { colourBandsOf } from '@/lib/target/colour';
import { standingColour } from '@/lib/target/judged-status';
import { type Target, targetRule } from '@/lib/target/target';
import { capital } from '@/lib/text/number-in-words';
import { londonDay } from '@/lib/time/period';
import type { OpenRow } from './open-columns';

/** A reading as an edition knows it, with the instants of the first and the latest edition that told of its period. */
export type OpenReading = { reading: PublishedReading; firstAt: string; latestAt: string };

/** What a reading says in the columns of a data file: its figure or the marker in its place, its target, and when it was published. */
export function readingColumns({ reading, firstAt, latestAt }: OpenReading, sheet: MeasureSheet): OpenRow {
  return {
    ...figureColumns(reading, sheet),
    ...targetColumns(reading.target, sheet),
    performance_rag: standingColour(reading) ?? '',
    rag_by_rule: reading.colour ?? '',
    judged_reason: reading.judged?.reason ?? '',
    status_marker: marksOf(reading),
    first_published: londonDay(firstAt),
    last_revised: latestAt === firstAt ? '' : londonDay(latestAt),
    illustrative: String(reading.illustrative),
    definition_version: String(reading.definition),
    corrected_from: reading.corrects?.was ?? '',
    ...processColumns(sheet, reading.start),
    source: reading.elsewhere ? capital(elsewhereWords(reading.elsewhere)) : '',
    comments: reading.comments ?? '',
  };
}

function figureColumns({ value, missing, hidden, ...parts }: PublishedReading, sheet: MeasureSheet): OpenRow {
  return {
    value: value ?? '',
    value_marker: value === null ? markerOf(missing, hidden !== undefined) : '',
    value_note: hidden?.why ?? (missing ? missingWords[missing].title : ''),
    numerator: parts.numerator ?? '',
    denominator: parts.denominator ?? '',
    decimal_places: String(hidden?.decimals ?? sheet.decimals),
  };
}

const markerOf = (missing: PublishedReading['missing'], isHidden: boolean): string =>
  isHidden ? hiddenMarker : `[${missing ? missingMarkers[missing] : 'x'}]`;

/** The markers of the Government Analysis Function, and ours for what was published elsewhere: "[p] [r]". */
const marksOf = ({ provisional, revision, elsewhere }: PublishedReading): string =>
  [provisional && '[p]', revision > 0 && '[r]', elsewhere && '[h]'].filter(Boolean).join(' ');

/** The target as one number where it is one, in words, and as the ends of its bands. */
export function targetColumns(target: Target | null, sheet: MeasureSheet): OpenRow {
  const bands = target && colourBandsOf(target);
  return {
    target: target && (target.shape === 'at_least' || target.shape === 'at_most') ? target.green : '',
    target_rule: (target && targetRule(target, sheet)) ?? '',
    green_from: bands?.green.low ?? '',
    green_to: bands?.green.high ?? '',
    amber_from: bands?.amber?.low ?? '',
    amber_to: bands?.amber?.high ?? '',
  };
}

/** What process control says of a period; nothing for one that it does not look at. */
function processColumns({ process, decimals }: MeasureSheet, start: string): OpenRow {
  if (process.refused !== null) return {};
  const at = process.starts.indexOf(start);
  const segment = process.segments.find(({ from, to }) => from <= at && at <= to);
  // Two places more than the figures have: a mean of them says no more.
  const limitText = (limit: string | null | undefined) => (limit ? round(limit, decimals + 2) : '');
  return {
    centre: limitText(segment?.centre),
    lower_limit: limitText(segment?.limits?.low),
    upper_limit: limitText(segment?.limits?.high),
    signal: signWord(process, start) ?? '',
  };
}
