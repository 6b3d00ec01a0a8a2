import { polarityWords, units } from '@/lib/measure/measure';
import { formatDate, formatMonth } from '@/lib/time/day';
import { frequencyWords } from '@/lib/time/period';
import { fieldChanges, type KeptFields } from './meanwhile';
import type { MeasureDraft } from './measure-entry';
import { comparatorWords, windowChoices } from './measure-sentences';

const yes = (on: boolean): string => (on ? 'yes' : 'no');

/** The fields of a measure by what a sentence calls them. */
export const measureFields = (draft: MeasureDraft): KeptFields => ({
  'the number': String(draft.number),
  'the code': draft.code,
  'the title': draft.title,
  'the definition': draft.definition,
  'the unit': units[draft.unit].column,
  'the decimals': String(draft.decimals),
  'which way is better': polarityWords[draft.polarity],
  'how often': frequencyWords[draft.frequency].toLowerCase(),
  'the first month of its year': String(draft.startMonth),
  'what a figure covers': windowChoices[draft.window],
  'the day since which it counts': draft.since === null ? '' : formatDate(draft.since),
  'the days until it is due': String(draft.lagDays),
  'the first period': formatMonth(draft.requiredFrom),
  'what it is compared with': comparatorWords[draft.comparator],
  'the difference that is no change': draft.noChangeBand ?? '',
  'how it is worked out': draft.scale === null ? 'typed' : `× ${draft.scale}`,
  'the name of the first number': draft.numeratorLabel ?? '',
  'the name of the second number': draft.denominatorLabel ?? '',
  'whether it counts people': yes(draft.countsPeople),
  'whether it may leave 0 to 100': yes(draft.outsideHundred),
  'how it is compared': draft.compareAs === 'stored' ? 'as stored' : 'as shown',
  'whether printed digits follow the figure': yes(draft.digitsFollow),
  'whether its periods add up': yes(draft.periodsAddUp),
  'why it has no target': draft.whyNoTarget ?? '',
  'where its figures come from': draft.source ?? '',
  'who answers for it': draft.ownerRole ?? '',
  'the notes': draft.notes.join(' '),
});

/** What stays as it is once a reading exists: figures that are here were counted, signed and judged so. */
const counted = [
  'the unit',
  'the decimals',
  'which way is better',
  'how often',
  'the first month of its year',
  'what a figure covers',
  'the day since which it counts',
  'the first period',
  'how it is worked out',
  'whether it counts people',
  'whether its periods add up',
];
/** What is mended as a slip, or changed by a new definition. */
const worded = ['the title', 'the definition', 'the name of the first number', 'the name of the second number'];

type Standing = {
  /** Whether anything was written of it. */
  hasReadings: boolean;
  /** Whether an edition has shown it, at the address that its code makes. */
  isPublished: boolean;
};

/**
 * Why a measure cannot be changed so, or null when it can. Before its first reading all of it can, and its code until an
 * edition has shown it: an address that always lives is better than one that changes.
 */
export function changeProblem(
  before: MeasureDraft,
  after: MeasureDraft,
  { hasReadings, isPublished }: Standing,
): string | null {
  const changed = fieldChanges(measureFields(before), measureFields(after)).map(([name]) => name as string);
  if (changed.length === 0) return 'That is how this measure stands already: nothing was changed.';
  if (isPublished && changed.includes('the code'))
    return `Editions have shown this measure at /measures/${before.code}, so its code stays.`;
  if (!hasReadings) return null;
  const fixed = changed.find((name) => counted.includes(name));
  if (fixed)
    return `Figures of this measure are here already, and they were counted so: ${fixed} stays. A measure that is counted otherwise is another one: retire this one and add it.`;
  const word = changed.find((name) => worded.includes(name));
  return word
    ? `Figures of this measure are here already: ${word} is mended as a slip, or changes with a new definition.`
    : null;
}

/** The words of a measure that a slip may be in. */
export type MeasureWords = Pick<MeasureDraft, 'title' | 'definition'>;

/**
 * Why these words mend no slip, or null when they do: a slip is a few letters. Whoever changes more, or a number in the words,
 * changes what is counted, which is a new definition. Source: docs/rules.md, Definitions and breaks.
 */
export function slipProblem(before: MeasureWords, after: MeasureWords): string | null {
  if (before.title === after.title && before.definition === after.definition)
    return 'These are the words already: nothing was changed.';
  for (const part of ['title', 'definition'] as const) {
    const [was, now] = [before[part], after[part]];
    if (digitsIn(was) !== digitsIn(now))
      return `A number in the ${part} is another one: that changes what is counted, so give it as a new definition.`;
    if (was !== now && lettersChanged(was, now) > Math.max(4, was.length / 10))
      return `This changes more of the ${part} than a slip: give it as a new definition.`;
  }
  return null;
}

const digitsIn = (text: string): string => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).join(' ');

/** How many letters are put in, taken out or exchanged between two texts (the distance of Levenshtein). */
function lettersChanged(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1)
      next[j] = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[other.length] as number;
}
