import { figureWords, readingValue } from './figure';
import { type MeasureRecord, periodOf, type ReadingRecord, type TargetRecord } from './measure-record';
import { formatDate, label, name, type Period, shift } from './period';
import { colourWords, judge, targetFigure } from './target';

/** For a year after a change of target: what changed, who decided it, and the colour that the old one would give. */
export function targetChange(measure: MeasureRecord, period: Period | null, value: string | null): string[] {
  if (!period) return [];
  const at = measure.targets.findLastIndex(({ effectiveFrom }) => effectiveFrom <= period.start);
  const [before, now] = [measure.targets[at - 1], measure.targets[at]];
  if (!before || !now || period.start >= yearAfter(now.effectiveFrom)) return [];
  const said = (record: TargetRecord) => targetFigure(record.target, measure) ?? 'no target';
  const decided = now.decision
    ? ` by ${now.decision.decidedBy} on ${formatDate(now.decision.decidedOn)}: ${now.decision.reason}`
    : '';
  const { colour } = judge({ value, target: before.target, measure, parts: null });
  const otherwise = colour ? ` On the old target this would be ${colourWords[colour]}.` : '';
  const from = label({ frequency: measure.frequency, start: now.effectiveFrom });
  return [`Target changed from ${said(before)} to ${said(now)} from ${from}${decided.replace(/\.$/, '')}.${otherwise}`];
}

const yearAfter = (start: string): string => shift({ frequency: 'annual', start }, 1).start;

/** What was corrected, with the old value: of the latest result always, of an earlier one in the edition that first has it. */
export function revisions(measure: MeasureRecord, readings: ReadingRecord[]): string[] {
  return readings
    .filter(({ revision, state }, index) => revision > 0 && (index === 0 || state !== 'published'))
    .map((reading) => {
      const said = (figures: Parameters<typeof figureWords>[0]) => {
        const words = figureWords(figures, measure);
        return readingValue(figures, measure) === null ? words.toLowerCase() : words;
      };
      const [before, after] = [reading.was && said(reading.was), said(reading)];
      const moved = before === null || before === after ? 'the figure stays as it was' : `was ${before}, now ${after}`;
      const note = reading.publicNote ? `; ${reading.publicNote.replace(/\.$/, '')}` : '';
      const of = reading === readings[0] ? 'Revised' : `Revised for ${name(periodOf(measure, reading))}`;
      return `${of}: ${moved}${note}.`;
    });
}
