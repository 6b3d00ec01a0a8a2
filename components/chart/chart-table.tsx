import { shownThreshold } from '@/lib/figure/figure';
import { hiddenWords } from '@/lib/figure/withheld';
import { type Process, signWord } from '@/lib/spc/frozen-process';
import type { Trend, TrendPeriod } from '@/lib/trend/trend';
import { benchmarksByPeriod } from '@/lib/trend/trend-benchmarks';
import { bandRule, benchmarkFigure, limitFigure, periodFigure, periodMarks } from '@/lib/trend/trend-words';

type Props = { trend: Trend; process: Process };
type Column = { head: string; figure: boolean; say: (period: TrendPeriod, index: number) => string | null };

/** Every figure that the charts draw, a line for each period, the newest first; it scrolls within itself where it is too wide. */
export function ChartTable({ trend, process }: Props) {
  const columns = [...ownColumns(trend), ...benchmarkColumns(trend), ...processColumns(trend, process)];
  const lines = trend.periods.map((period, index) => ({ period, index })).toReversed();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="scrolls" aria-label="The figures of the charts" tabIndex={0}>
      <table className="trend-table">
        <caption>The figures of the charts, the newest first</caption>
        <thead>
          <tr>
            <th scope="col">Period</th>
            {columns.map(({ head, figure }) => (
              <th key={head} scope="col" className={figure ? 'n' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ period, index }) => (
            <tr key={period.start}>
              <th scope="row">
                {period.label} <span className="unseen">({period.range})</span>
              </th>
              {columns.map(({ head, figure, say }) => (
                <td key={head} className={figure ? 'n' : undefined}>
                  {say(period, index)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The columns that say something in some period; the figure always stands. */
function ownColumns(trend: Trend): Column[] {
  const columns: Column[] = [
    { head: 'Notes', figure: false, say: notes },
    { head: 'Target', figure: true, say: ({ bands }) => bands && bandRule(bands.green, trend) },
    {
      head: 'Amber limit',
      figure: true,
      say: ({ bands }) =>
        bands?.amber
          ? [bands.amber.low, bands.amber.high]
              .filter((limit) => limit !== null && limit !== bands.green.low && limit !== bands.green.high)
              .map((limit) => shownThreshold(limit as string, trend))
              .join(' and ')
          : null,
    },
  ];
  const filledColumns = columns.filter(({ say }) => trend.periods.some((period, index) => say(period, index)));
  return [
    {
      head: 'Figure',
      figure: true,
      say: (period) => periodFigure(period, trend) ?? (period.hidden ? hiddenWords : 'none'),
    },
    ...filledColumns,
  ];
}

function notes(period: TrendPeriod): string | null {
  const { why, value } = period;
  return [value === null ? why : null, ...periodMarks(period), period.break].filter(Boolean).join('; ') || null;
}

function benchmarkColumns(trend: Trend): Column[] {
  return benchmarksByPeriod(trend).map(({ name, placed }) => ({
    head: name,
    figure: true,
    say: (_, index) => {
      const held = placed[index];
      return held ? benchmarkFigure(held.value, trend.unit) : null;
    },
  }));
}

function processColumns(trend: Trend, process: Process): Column[] {
  if (process.refused !== null || process.starts.length === 0) return [];
  const segmentOf = ({ start }: TrendPeriod) => {
    const at = process.starts.indexOf(start);
    return process.segments.find(({ from, to }) => from <= at && at <= to);
  };
  const limit = (value: string | null | undefined) => (value ? limitFigure(value, trend) : null);
  const columns: Column[] = [
    { head: 'Mean', figure: true, say: (period) => limit(segmentOf(period)?.centre) },
    { head: 'Lower limit', figure: true, say: (period) => limit(segmentOf(period)?.limits?.low) },
    { head: 'Upper limit', figure: true, say: (period) => limit(segmentOf(period)?.limits?.high) },
    {
      head: 'Signal',
      figure: false,
      say: ({ start }) => signWord(process, start),
    },
  ];
  return columns.filter(({ say }) => trend.periods.some((period, index) => say(period, index)));
}
