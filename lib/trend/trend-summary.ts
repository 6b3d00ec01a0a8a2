import { byPlace, elsewhereWords } from '@/lib/elsewhere/elsewhere-words';
import { Exact } from '@/lib/figure/decimal';
import { shown } from '@/lib/figure/figure';
import { within } from '@/lib/target/colour';
import type { Trend, TrendPeriod } from './trend';
import { bandRule, counted } from './trend-words';

type Figure = TrendPeriod & { value: string };

/**
 * What a trend shows, in a few plain sentences: how many figures and from when, first, lowest, highest and latest, the target and
 * how many figures met the one of their time, and what is invented, missing, unpublished or not alike.
 */
export function trendSummary(trend: Trend): string {
  const figures = trend.periods.filter((period): period is Figure => period.value !== null);
  return [span(figures, trend), target(figures, trend), cautions(figures, trend)].filter(Boolean).join(' ');
}

function span(figures: Figure[], trend: Trend): string {
  const [first, last] = [figures[0], figures.at(-1)];
  if (!first || !last) return trend.periods.length ? 'No period here has a figure.' : 'No figures yet.';
  const figureText = (figure: Figure) =>
    shown(figure.value, { ...trend, decimals: figure.hidden?.decimals ?? trend.decimals });
  if (figures.length === 1) return `1 figure: ${figureText(first)} in ${first.label}.`;
  if (figures.length === 2)
    return `2 figures: ${figureText(first)} in ${first.label} and ${figureText(last)} in ${last.label}.`;
  // Figures that grow from period to period, each over a longer span, have no lowest and highest that say anything.
  if (trend.growing)
    return `${counted(figures.length, 'figure')} from ${first.label} to ${last.label}: first ${figureText(first)}, latest ${figureText(last)}.`;
  const sorted = figures.toSorted((a, b) => new Exact(a.value).cmp(b.value));
  const [lowest, highest] = [sorted[0] ?? first, sorted.at(-1) ?? last];
  const from = `${counted(figures.length, 'figure')} from ${first.label} to ${last.label}`;
  if (equal(lowest, highest)) return `${from}: every one is ${figureText(first)}.`;
  const when = (extreme: Figure) => {
    const times = figures.filter((figure) => equal(figure, extreme));
    return `${figureText(extreme)} in ${times[0]?.label}${times.length > 1 ? ` and ${times.length - 1} more` : ''}`;
  };
  return `${from}: first ${figureText(first)}, lowest ${when(lowest)}, highest ${when(highest)}, latest ${figureText(last)}.`;
}

const equal = (a: Figure, b: Figure): boolean => new Exact(a.value).eq(b.value);

function target(figures: Figure[], trend: Trend): string {
  const bands = trend.periods.at(-1)?.bands;
  // A figure at fewer decimals may seem to miss a target that it meets.
  const exact = figures.filter((figure) => figure.hidden?.decimals === undefined);
  const judged = exact.filter((figure) => figure.bands !== null);
  const met = judged.filter(({ value, bands: then }) => then && within(new Exact(value), then.green));
  const now = bands ? `The target is ${bandRule(bands.green, trend)}` : null;
  const since = judged.length < exact.length ? '; no target was set for the periods before' : '';
  if (judged.length === 0) return now ? `${now}.` : 'There is no target.';
  const targetRules = new Set(
    trend.periods.flatMap((period) => (period.bands ? [bandRule(period.bands.green, trend)] : [])),
  );
  const restriction =
    judged.length === figures.length ? '' : judged.length < exact.length ? ' that had a target' : ' shown in full';
  const the = now && targetRules.size === 1 ? 'it' : 'the target of their time';
  if (judged.length === 1 && now && judged[0] === figures.at(-1))
    return `${now}, which the ${figures.length === 1 ? 'figure' : 'latest figure'} ${met.length ? 'meets' : 'does not meet'}${since}.`;
  const all = met.length === judged.length && met.length > 1;
  const share = `${all ? 'all' : `${met.length} of`} ${counted(judged.length, 'figure')}${restriction} met ${the}`;
  return `${now ?? 'There is no target now'}; ${share}.`;
}

function cautions(figures: Figure[], { periods }: Trend): string {
  const illustrative = figures.filter((figure) => figure.illustrative).length;
  const unpublished = figures.filter((figure) => figure.unpublished !== null).length;
  const hidden = periods.filter((period) => period.value === null && period.hidden).length;
  const gaps = periods.length - figures.length - hidden;
  const breaks = periods.filter((period) => period.break !== null);
  const cautionWords = [
    illustrative > 0 &&
      `${illustrative === figures.length ? 'every figure is' : are(illustrative, 'figure')} illustrative, invented for the demonstration`,
    ...byPlace<Figure>(figures).map(
      ({ place, things }) =>
        `${things.length === figures.length ? 'every figure was' : were(things.length, 'figure')} ${elsewhereWords(place)}`,
    ),
    unpublished > 0 && `${are(unpublished, 'figure')} not published yet`,
    hidden > 0 && `${are(hidden, 'figure')} hidden`,
    figures.length > 0 && gaps > 0 && `${counted(gaps, 'period')} ${gaps === 1 ? 'has' : 'have'} no figure`,
    breaks.length > 0 && `the series breaks in ${breaks.map(({ label }) => label).join(' and ')}`,
  ].filter((part) => part !== false);
  const text = cautionWords.join('; ');
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const were = (count: number, noun: string): string => `${counted(count, noun)} ${count === 1 ? 'was' : 'were'}`;
const are = (count: number, noun: string): string => `${counted(count, noun)} ${count === 1 ? 'is' : 'are'}`;
