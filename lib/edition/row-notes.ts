import { elsewhereNotes, isElsewhereNote } from '@/lib/elsewhere/elsewhere-words';
import { shown } from '@/lib/figure/figure';
import type { Compared } from '@/lib/series/compared-figure';
import { type MeasureRecord, periodOf, type ReadingRecord } from '@/lib/series/measure-record';
import { colourWords, targetFigure } from '@/lib/target/target';
import { decisionsOf, type TargetRecord } from '@/lib/target/target-in-force';
import { colourWithReason } from '@/lib/target/why-this-colour';
import { withoutEnd } from '@/lib/text/sentence-end';
import { formatDate, label, name, type Period, shift } from '@/lib/time/period';

/**
 * Every change of target within the last year, the oldest first: what changed, who decided it, and the colour that the target before
 * it would give. Passing from one step of a profile to the next is no change: its steps were set by one decision.
 * Source: docs/rules.md, Targets over time.
 */
export function targetChanges(measure: MeasureRecord, period: Period | null, value: string | null): string[] {
  if (!period) return [];
  const decided = decisionsOf(measure.targets.filter(({ effectiveFrom }) => effectiveFrom <= period.start));
  return decided.flatMap((steps, index) => {
    const [before, now] = [decided[index - 1]?.at(-1), steps[0]];
    if (!before || !now || period.start >= yearAfter(now.effectiveFrom)) return [];
    return [targetChange(measure, before, now, value)];
  });
}

function targetChange(measure: MeasureRecord, before: TargetRecord, now: TargetRecord, value: string | null): string {
  const figure = (record: TargetRecord) => targetFigure(record.target, measure) ?? 'no target';
  const decision = now.decision
    ? ` by ${now.decision.decidedBy} on ${formatDate(now.decision.decidedOn)}: ${now.decision.reason}`
    : '';
  const { colour } = colourWithReason({ value, target: before.target, measure, parts: null });
  const otherwise = colour ? ` On the old target this would be ${colourWords[colour]}.` : '';
  const from = label({ frequency: measure.frequency, start: now.effectiveFrom });
  return `Target changed from ${figure(before)} to ${figure(now)} from ${from}${decision.replace(/\.$/, '')}.${otherwise}`;
}

const yearAfter = (start: string): string => shift({ frequency: 'annual', start }, 1).start;

/** What is to be known of last year's figure where it is compared with: that it may still change, and what it was before. */
export function outturnNotes(measure: MeasureRecord, { outturn, label: year }: Compared): string[] {
  const { value, was, publicNote, whyProvisional } = outturn ?? {};
  const notes: string[] = [];
  if (value !== undefined && was !== undefined) {
    const note = publicNote ? `; ${withoutEnd(publicNote)}` : '';
    notes.push(`${year} was revised: was ${shown(was, measure)}, now ${shown(value, measure)}${note}.`);
  }
  if (whyProvisional) notes.push(`${year} is provisional: ${withoutEnd(whyProvisional)}.`);
  return notes;
}

/** Which of a row's figures were published elsewhere, where and when: its own, the one it is compared with, and those of its trend. */
export function notesOfElsewhere(measure: MeasureRecord, readings: ReadingRecord[], comparator: Compared): string[] {
  const figures = readings.map((reading, index) => ({
    elsewhere: reading.elsewhere,
    what: index === 0 ? `the figure for ${name(periodOf(measure, reading))}` : null,
  }));
  const compared = { elsewhere: comparator.elsewhere, what: `the figure ${comparator.when} that it is compared with` };
  return elsewhereNotes([...figures.slice(0, 1), compared, ...figures.slice(1)]);
}

/** Whether a note follows from the figures or the target of its row, so that no change of it needs a line of its own. */
export const followsFromFigures = (note: string): boolean =>
  isElsewhereNote(note) || /^(Revised|Target changed|.{1,40} (was revised|is provisional):)/.test(note);
