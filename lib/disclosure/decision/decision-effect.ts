import type { Policy } from '@/lib/disclosure/policy';
import { policyWords } from '@/lib/disclosure/policy-words';
import { isSmallAtAGlance } from '@/lib/disclosure/small-count-at-a-glance';
import type { Figures } from '@/lib/figure/computed-value';
import type { Effect } from '@/lib/framework/effect';
import type { MeasureFacts } from '@/lib/measure/measure';
import { numberOf } from '@/lib/text/number-in-words';

/** Published figures of a measure, as a decision is tried on them; decimals as strings. */
export type TriedMeasure = { number: number; title: string; figures: Figures[] } & Pick<MeasureFacts, 'unit' | 'scale'>;

/** How many figures of a measure a threshold would hide for their own sake. */
const smallFigures = ({ figures, ...measure }: TriedMeasure, threshold: number): number =>
  figures.filter((figure) => isSmallAtAGlance(figure, measure, threshold)).length;

/** How many of the published figures a decision would hide for their own sake, as a sentence. */
function figuresSentence(measures: TriedMeasure[], threshold: number): string {
  const all = measures.reduce((sum, { figures }) => sum + figures.length, 0);
  if (all === 0) return 'No figure is published yet.';
  const small = measures.reduce((sum, measure) => sum + smallFigures(measure, threshold), 0);
  if (all === 1)
    return small === 1
      ? 'The one published figure would be hidden: it counts so few people, or all but so few.'
      : 'The one published figure counts more people, and stays.';
  if (small === 0) return `None of ${all} published figures counts so few people.`;
  return `${small} of ${all} published figures would be hidden: ${small === 1 ? 'it counts' : 'they count'} so few people, or all but so few.`;
}

const afterwards = 'The next edition has it so. Editions that are published stay as they are.';

/** What a decision does to these measures, in sentences; `before` is what holds for them now. */
function sentencesOf(decision: Policy, before: Policy | null, measures: TriedMeasure[]): string[] {
  const was = before && before.method === decision.method && before.threshold === decision.threshold;
  const now = `${policyWords(decision)}${before && !was ? `, where ${policyWords(before)} now` : ''}`;
  const rule =
    `${now.charAt(0).toUpperCase()}${now.slice(1)}. ${decision.method === 'hide' ? '0 is shown.' : ''}`.trim();
  if (decision.method === 'show')
    return [rule, 'Every figure is shown, however few people it counts, unless it gives away one of another measure.'];
  return [
    rule,
    figuresSentence(measures, decision.threshold),
    'A figure from which a hidden one could be worked out is hidden with it, such as a share, a sum or the same figure a month later.',
    'Those who work for the service see every figure.',
  ];
}

/** What a decision on one measure would do. */
export const measureDecisionEffect = (decision: Policy, before: Policy | null, measure: TriedMeasure): Effect => ({
  sentences: [...sentencesOf(decision, before, [measure]), afterwards],
});

/** What a decision on a service would do: `measures` are those that count people and have no decision of their own. */
export function serviceDecisionEffect(decision: Policy, before: Policy | null, measures: TriedMeasure[]): Effect {
  const names = measures.map(({ number, title }) => `${number}. ${title}`);
  const scope =
    measures.length === 0
      ? 'No measure of this service goes by it today: each that counts people has a decision of its own.'
      : `It holds for ${numberOf(measures.length, 'measure')} without a decision of ${measures.length === 1 ? 'its' : 'their'} own, and for each new one:`;
  const sentences = [...sentencesOf(decision, before, measures), afterwards, scope];
  return measures.length === 0 ? { sentences } : { sentences, order: names };
}
