import type { Asking } from '@/lib/bring-in/understanding/cell/asked-and-remembered';
import { windowInTitle } from '@/lib/bring-in/understanding/cell/word-meanings';
import type { MeasureRead } from '@/lib/bring-in/understanding/sheet/row-read';
import { wordChoices } from '@/lib/bring-in/understanding/sheet/sheet-frame';
import type { Choice, Meaning } from '@/lib/bring-in/understanding-shape';
import { measureChoices } from '@/lib/framework/measure-choices';
import { unitWords, windowChoices } from '@/lib/framework/measure-sentences';
import { type Polarity, polarities, polarityWords, type Unit, unitNames } from '@/lib/measure/measure';
import { type Frequency, frequencies, frequencyWords, type Window, windows } from '@/lib/time/period';
import { looksAddedUp } from './adds-up';

/** What a measure is: as its row says, as an answer says, or as its figures look, with what was guessed. */
export type Guessed = {
  unit: Unit;
  decimals: string;
  polarity: Polarity | null;
  covers: Window;
  /** Whether the figures of its periods add up to that of the year. */
  addsUp: boolean;
  guesses: Meaning[];
};

// “Since a day” needs its day, which no title gives.
const coverChoices: Choice[] = windows
  .filter((window) => window !== 'since')
  .map((window) => ({ value: window, label: windowChoices[window] }));
const decimalChoices: Choice[] = measureChoices().decimals.map(({ value, text }) => ({ value, label: text }));

const addsUpChoices: Choice[] = [
  { value: 'yes', label: 'they add up to the year’s figure' },
  { value: 'no', label: 'they do not' },
];

const key = (code: string, field: string): string => `measure:${code}:${field}`;

const among = <T extends string>(list: readonly T[], text: string | undefined): T | null =>
  list.find((each) => each === text) ?? null;

const answered = ({ answers }: Asking, code: string, field: string): string | undefined =>
  Object.hasOwn(answers, key(code, field)) ? answers[key(code, field)] : undefined;

/** How often an answer says that a measure has figures, or its row; null for neither. */
export const chosenFrequency = ({ code, fields }: MeasureRead, asking: Asking): Frequency | null =>
  among(frequencies, answered(asking, code.value, 'frequency') ?? fields.frequency?.value);

/** What is guessed of a measure that is new: each guess says so, and can be changed. */
export function guessedMeasure(measure: MeasureRead, asking: Asking): Guessed {
  const { fields, unitHints, called } = measure;
  const code = measure.code.value;
  const guesses: Meaning[] = [];
  const guess = (field: string, meaning: string, choices: Choice[]) =>
    guesses.push({ key: key(code, field), words: called, meaning, choices });
  const hinted = unitHints.includes('pounds_thousand') ? 'pounds_thousand' : (unitHints[0] ?? 'number');
  const ownUnit = among(unitNames, fields.unit?.value);
  const unit = among(unitNames, answered(asking, code, 'unit')) ?? ownUnit ?? hinted;
  if (!ownUnit) guess('unit', `Unit: ${lower(unitWords(unit))}, as its figures and words look`, wordChoices.unit);
  const decimals = answered(asking, code, 'decimals') ?? fields.decimals?.value ?? String(measure.decimals);
  if (!fields.decimals) guess('decimals', `Decimals: ${decimals}, the most that its figures have`, decimalChoices);
  const ownPolarity = among(polarities, fields.better?.value);
  const byTarget = polarityOfTargets(measure);
  const polarity = among(polarities, answered(asking, code, 'better')) ?? ownPolarity ?? byTarget;
  if (!ownPolarity && byTarget)
    guess('better', `${polarityWords[polarity ?? byTarget]}, as its target says`, wordChoices.better);
  const spoken = windowInTitle(measure.titleText);
  const covers = among(windows, answered(asking, code, 'covers')) ?? spoken ?? 'single';
  guess('covers', `Covers: ${lower(windowChoices[covers])}${spoken ? ', as its title says' : ''}`, coverChoices);
  const addUp = covers === 'single' && looksAddedUp(measure, unit);
  const addsUp = addUp && answered(asking, code, 'adds_up') !== 'no';
  if (addUp) guess('adds_up', `Its periods ${addsUp ? 'add up' : 'do not add up'} to the year`, addsUpChoices);
  return { unit, decimals, polarity, covers, addsUp, guesses };
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Which way is better by the signs of a measure's targets: ≥ for more, ≤ for less. */
function polarityOfTargets({ targets }: MeasureRead): Polarity | null {
  for (const { cell } of targets) {
    if ('malformed' in cell || cell.shape === null) continue;
    return ({ at_least: 'higher', at_most: 'lower', between: 'nearest' } as const)[cell.shape];
  }
  return null;
}

/** A measure's name inside a sentence. */
const shortName = (name: string): string => (name.length > 50 ? `${name.slice(0, 50)}…` : name);

/** Asks for all measures of a sheet together which way is better, or for each by itself; gives the answer for each code. */
export function askPolarities(sheet: string, measures: MeasureRead[], asking: Asking): Map<string, Polarity> {
  const found = new Map<string, Polarity>();
  if (measures.length === 0) return found;
  const places = measures.flatMap(({ place, targets }) => [place, ...targets.map((target) => target.place)]);
  const names = measures
    .slice(0, 4)
    .map(({ called }) => shortName(called))
    .join(', ');
  const answer =
    measures.length === 1
      ? 'each'
      : asking.ask(
          {
            id: `polarity:${sheet}`,
            sentence: `Which way is better for ${measures.length} measures?`,
            gloss: `Nothing on the sheet says it of ${names}${measures.length > 4 ? ' and others' : ''}.`,
            choices: [...wordChoices.better, { value: 'each', label: 'it differs: ask for each' }],
          },
          places,
        );
  for (const { code, called, place, targets } of measures) {
    const own =
      answer === 'each'
        ? asking.ask(
            {
              id: key(code.value, 'better'),
              sentence: `Which way is better for ${shortName(called)}?`,
              gloss: 'Nothing on the sheet says it.',
              choices: wordChoices.better,
            },
            [place, ...targets.map((target) => target.place)],
          )
        : answer;
    const polarity = among(polarities, own ?? undefined);
    if (polarity) found.set(code.value, polarity);
  }
  return found;
}

/** How a guess about how often there is a figure is shown. */
export const frequencyGuess = ({ code, called }: MeasureRead, frequency: Frequency): Meaning => ({
  key: key(code.value, 'frequency'),
  words: called,
  meaning: `${frequencyWords[frequency]}: no column of periods says how often`,
  choices: wordChoices.frequency,
});

/** The key under which an answer about one measure is kept for the next file. */
export const betterKey = (code: string): string => key(code, 'better');
