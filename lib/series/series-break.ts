import type { Restart } from '@/lib/spc/frozen-process';
import { breaks } from '@/lib/target/direction-of-travel';
import { withoutEnd } from '@/lib/text/sentence-end';
import type { MeasureRecord } from './measure-record';

/** A wording that a measure has had, from a period on; decimals and days as text. The first one was never decided here. */
export type Wording = {
  version: number;
  effectiveFrom: string;
  title: string;
  definition: string;
  numeratorLabel: string | null;
  denominatorLabel: string | null;
  decision: { reason: string; decidedBy: string; decidedOn: string } | null;
};

/** The version of the wording that counts for a period; 1 while there has been no other. */
export const versionAt = (wordings: Pick<Wording, 'version' | 'effectiveFrom'>[], start: string): number =>
  wordings.findLast(({ effectiveFrom }) => effectiveFrom <= start)?.version ?? 1;

/** What is recorded of where a series stops being alike. */
export type Changes = { wordings: Wording[]; breaks: { start: string; reason: string }[] };

const plainEnd = (words: string) => withoutEnd(words.trim());

/** Where the figures of a measure stop being alike with those before: its breaks and its new definitions, the oldest first. */
export function changesOf({ wordings, breaks: recorded }: Changes): Restart[] {
  const redefined = wordings
    .filter(({ version }) => version > 1)
    .map(({ effectiveFrom, version, decision }) => ({
      start: effectiveFrom,
      why: `the definition changed (version ${version})${decision ? `: ${plainEnd(decision.reason)}` : ''}`,
    }));
  const broken = recorded.map(({ start, reason }) => ({ start, why: `break in series: ${plainEnd(reason)}` }));
  return [...redefined, ...broken].sort((a, b) => a.start.localeCompare(b.start));
}

/** The periods at which process control begins again, the oldest first: breaks of the series, and rebases. */
export function restartsOf(measure: Changes & { rebases: { start: string; reason: string }[] }): Restart[] {
  const rebased = measure.rebases.map(({ start, reason }) => ({ start, why: `rebased: ${reason}` }));
  return [...changesOf(measure), ...rebased].sort((a, b) => a.start.localeCompare(b.start));
}

/** Why a figure cannot be compared with one whose span began on an earlier day; null where nothing lies between them. */
export function breakBetween({ wordings, breaks: recorded }: Changes, earlier: string, later: string): string | null {
  const between = (start: string) => earlier < start && start <= later;
  if (recorded.some(({ start }) => between(start))) return breaks.series;
  const redefined = wordings.some(({ version, effectiveFrom }) => version > 1 && between(effectiveFrom));
  return redefined ? breaks.definition : null;
}

/**
 * The breaks of a measure with those that its readings tell of: a period answered "method changed" begins one.
 * Source: docs/rules.md, Direction of travel.
 */
export function withMethodBreaks({ breaks: recorded, readings }: Pick<MeasureRecord, 'breaks' | 'readings'>) {
  const changed = readings
    .filter(
      ({ missing, periodStart }) =>
        missing === 'method_changed' && !recorded.some(({ start }) => start === periodStart),
    )
    .map(({ periodStart }) => ({ start: periodStart, reason: 'the method of counting changed' }));
  return [...recorded, ...changed].sort((a, b) => a.start.localeCompare(b.start));
}
