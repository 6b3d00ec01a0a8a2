import { units } from '@/lib/measure/measure';
import { compute } from './computed-value';
import { Exact } from './decimal';
import { asGiven, bare, shown } from './figure';
import { baseOf, counted, formOf, type Labelled, spans, split, totalled } from './label-grammar';
import { round } from './rounding';

type Parts = { numerator: string | null; denominator: string | null };

/** The figure with one decimal more than it is shown at, where that says more: '80.9%, shown as 81%'. */
function withWorking(value: string, measure: Labelled, after = ''): string {
  const finer = { unit: measure.unit, decimals: measure.decimals + 1 };
  const figure = shown(value, measure);
  if (new Exact(round(value, finer.decimals)).eq(round(value, measure.decimals))) return `${figure}${after}`;
  return `${shown(value, finer)}${after}, shown as ${figure}`;
}

/**
 * The "in real terms" sentence of a reading, from its labelled parts in the right roles; null where there are no labelled
 * parts, the denominator is 0, or a proportion is more than its whole. Text of the system. Source: docs/rules.md, Figures.
 */
export function realTerms({ numerator, denominator }: Parts, measure: Labelled): string | null {
  const form = formOf(measure);
  if (form === null || numerator === null || denominator === null || measure.scale === null) return null;
  const value = compute(numerator, denominator, measure.scale);
  const base = baseOf(denominator, measure);
  if (value === null || base === null || new Exact(denominator).lt(0)) return null;
  const part = asGiven(numerator);
  const label = counted(measure.numeratorLabel ?? '', numerator);
  switch (form) {
    case 'proportion':
      if (new Exact(numerator).gt(denominator)) return null;
      return `${part} of ${base} ${label}: ${withWorking(value, measure)}`;
    case 'rate':
      return `${part} ${label} among ${base}: ${withWorking(value, measure, ` per ${bare(String(measure.scale), 0)}`)}`;
    case 'over time': {
      const span = spans[measure.denominatorLabel as string];
      return `${part} ${label} in ${base}: ${withWorking(value, measure)} a ${span} on average`;
    }
    case 'average': {
      const verb = counted(split(measure.numeratorLabel ?? '')[0], denominator);
      const { prefix, suffix } = units[measure.unit];
      const total = [`${prefix}${part}${suffix}`, totalled(measure, numerator)].join(' ').trim();
      return `${base} ${verb} ${total} in total: ${averageWords(value, measure)} each on average`;
    }
  }
}

/** One average share with its noun: '167 days', '83 cases', '£1,200'. */
function averageWords(value: string, measure: Labelled): string {
  const { noun } = units[measure.unit];
  const figure = round(value, measure.decimals);
  const word = noun ? noun[new Exact(figure).eq(1) ? 0 : 1] : totalled(measure, figure);
  return units[measure.unit].prefix ? shown(value, measure) : `${bare(value, measure.decimals)} ${word}`.trim();
}
