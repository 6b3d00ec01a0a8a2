import { polarityWords } from '@/lib/measure/measure';
import { numberWord } from '@/lib/text/number-in-words';
import type { Frequency } from '@/lib/time/period';
import type { WhySilent } from './nothing-concluded';
import { type Analysis, type Assurance, fewestPeople, type Variation, ways } from './spc';
import { fewestForLimits } from './spc-limits';
import type { Signal } from './spc-signals';

/** A word to read and the name of the shape beside it, so that colour is never alone. */
export type Mark = { word: string; shape: string };

const kindWords: Record<Variation['kind'], string> = {
  common_cause: 'Common cause',
  improvement: 'Improvement',
  concern: 'Concern',
  neither: 'Neither better nor worse',
};

/** A variation in word and shape: 'Improvement (high)' with 'improvement_high', 'Common cause' with 'common_cause'. */
export const variationMark = ({ kind, way }: Variation): Mark =>
  way ? { word: `${kindWords[kind]} (${way})`, shape: `${kind}_${way}` } : { word: kindWords[kind], shape: kind };

/** The words for a signal from which nothing is concluded. */
export const unjudgedWord = 'Signal, no verdict';

/** An assurance in word and shape; the shape is the name of the assurance. */
export const assuranceMark = (assurance: Assurance): Mark => ({ word: assuranceWords[assurance], shape: assurance });

const assuranceWords: Record<Assurance, string> = {
  consistently_meets: 'Consistently meets',
  hit_or_miss: 'Hit or miss',
  consistently_misses: 'Consistently misses',
};

const assuranceMeaning: Record<Assurance, string> = {
  consistently_meets: 'the whole normal range meets the target, so it will be met unless something changes',
  hit_or_miss: 'the target lies inside the normal range, so it may be met or missed by chance alone',
  consistently_misses: 'no part of the normal range meets the target, so it will be missed unless something changes',
};

const periods: Record<Frequency, string> = {
  monthly: 'months',
  quarterly: 'quarters',
  termly: 'terms',
  half_yearly: 'half-years',
  annual: 'years',
};

const verdicts: Record<Exclude<Variation['kind'], 'common_cause'>, string> = {
  improvement: 'a real improvement',
  concern: 'a real cause for concern',
  neither: `a real change, and ${polarityWords.none}`,
};

/** Why a chart has no limits yet, in a sentence. */
function notEnough({ segments }: Analysis): string {
  const segment = segments.at(-1);
  if (segment?.whyNoLimits === 'no_neighbours')
    return 'Not enough data yet: no two periods in a row have figures, so how far they normally move is not known.';
  const count = segment?.count ?? 0;
  const here = count === 1 ? 'is only 1' : count === 0 ? 'are none' : `are only ${count}`;
  const since = segments.length > 1 ? ' since the last rebase' : '';
  return `Not enough data yet: a normal range needs ${fewestForLimits} figures, and there ${here}${since}.`;
}

/** Why nothing is concluded from the signals of the latest segment; null where something is. */
function silence({ segments }: Analysis): string | null {
  const why = segments.at(-1)?.silent;
  return why ? silences[why] : null;
}

const silences: Record<WhySilent, string> = {
  moved_throughout: 'Cannot be told: it has moved throughout, so a new baseline may help.',
  few_people: `Cannot be told: there are too few people for this to tell, fewer than ${fewestPeople} in the usual period.`,
};

/** What one signal of the latest point says, as part of a sentence: 'seven months below average'. */
function fact(signal: Signal, { points, latest }: Analysis, frequency: Frequency): string {
  const side = signal.way === 'high' ? 'above' : 'below';
  switch (signal.rule) {
    case 'outside':
      return `${side} its normal range`;
    case 'shift':
      return `${numberWord(signal.length)} ${periods[frequency]} ${side} average`;
    case 'trend':
      return `${signal.way === 'up' ? 'rising' : 'falling'} over ${numberWord(signal.length)} ${periods[frequency]}`;
    case 'near': {
      const three = points.slice((latest ?? 0) - 2, (latest ?? 0) + 1);
      const near = three.filter(({ signals }) => signals.some(({ rule }) => rule === 'near')).length;
      return `${near === 3 ? `three ${periods[frequency]} in a row` : `two of three ${periods[frequency]}`} well ${side} average`;
    }
  }
}

/**
 * What the latest point says, in one plain sentence: 'Within its normal range: this change is not a signal.', 'Seven months
 * below average: a real improvement.'; signals the other way follow it. Where there is no verdict, the reason why.
 * Source: docs/rules.md, Is it a change or chance.
 */
export function signalSentence(analysis: Analysis, frequency: Frequency): string {
  const { points, latest, variation } = analysis;
  if (latest === null || variation === null) return silence(analysis) ?? notEnough(analysis);
  if (variation.kind === 'common_cause') return 'Within its normal range: this change is not a signal.';
  const signals = points[latest]?.signals ?? [];
  const agrees = ({ way }: Signal) =>
    variation.kind === 'neither' || (ways[way] === analysis.better) === (variation.kind === 'improvement');
  const joinedFacts = (some: Signal[]) => some.map((signal) => fact(signal, analysis, frequency)).join(' and ');
  const text = joinedFacts(signals.filter(agrees));
  const against = joinedFacts(signals.filter((signal) => !agrees(signal)));
  const sentence = `${text}: ${verdicts[variation.kind]}${against && `, though ${against}`}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/**
 * Whether the target can be relied on, in one sentence, or why there is no answer.
 * Source: docs/rules.md, Is it a change or chance.
 */
export function assuranceSentence(analysis: Analysis): string {
  const { assurance, whyNoAssurance } = analysis;
  if (assurance) return `${assuranceWords[assurance]}: ${assuranceMeaning[assurance]}.`;
  if (whyNoAssurance === 'no_polarity') return `No assurance: the measure is watched, and ${polarityWords.none}.`;
  if (whyNoAssurance === 'no_target') return 'No assurance: no target is set.';
  if (whyNoAssurance === 'two_ends')
    return 'No assurance: the target has two ends, and neither higher nor lower is better.';
  if (whyNoAssurance === 'changing') return 'No assurance: it cannot be told while it is changing.';
  return silence(analysis) ?? notEnough(analysis);
}
