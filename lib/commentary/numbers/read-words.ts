import { type Frame, frameOf } from '../dates/date-spans';
import { type DateToken, datesIn } from '../dates/dates-in';
import type { Place } from '../finding';
import { type Lexed, lexed } from '../prose/lexemes';
import type { MalformedNumber, NumberToken } from '../prose/number-token';
import { numbersIn } from '../prose/numbers-in';
import type { ReadingText } from '../reading-text';
import type { KnownNumber, KnownParts } from './known-number';
import { knownNumbers, knownParts } from './known-numbers';
import { numberIndex, slipIndex } from './number-index';

/** A sentence of a text: its lexemes and what its words speak of. */
export type Sentence = {
  from: number;
  until: number;
  words: ReadonlySet<string>;
  /** Its beginning in plain lower case: enough to look for the name of a figure in. */
  text: string;
  dates: DateToken[];
  /** The numbers that it gives, in plain arithmetic. */
  values: Set<number>;
  /** Whether its words suppose what is not so: "we should need", "if all had come". */
  isSupposed: boolean;
  /** Whether its words speak of an earlier time, of how a measure did, or name where a figure comes from. */
  isPast: boolean;
  isOfPerformance: boolean;
  isCited: boolean;
  /** Where its first and last sign are in the original. */
  at: number;
  quote: string;
};

/** One of a reading's texts with what was read out of it. */
export type ReadProse = {
  place: Place;
  text: Lexed;
  sentences: Sentence[];
  numbers: NumberToken[];
  dates: DateToken[];
  malformed: MalformedNumber[];
};

/** A reading with its words read and its numbers at hand: what each check of numbers and dates looks at. */
export type ReadWords = {
  reading: ReadingText;
  frame: Frame;
  /** The comments and the public note, which speak of the figure, and then the actions, which speak of what is to come. */
  proses: ReadProse[];
  known: KnownNumber[];
  parts: KnownParts[];
  find: ReturnType<typeof numberIndex>;
  slips: ReturnType<typeof slipIndex>;
  /** The words that its own title, definition, labels and unit use, shortened to their stems; and the numbers in them. */
  vocabulary: ReadonlySet<string>;
  measureNumbers: ReadonlySet<string>;
  /** Its title, definition and labels in lower case, with one blank round each word. */
  phrases: string;
};

const stopWords =
  /^(?:that|this|with|from|have|been|where|which|their|were|into|than|more|less|over|under|within|number|average|percentage|rate|total|year|years|time|period|least|most|each|other|who|whose|they|council|service|services)$/;

/** A word without its ending, so that "placed" and "placements" are one; '' for words that say nothing of a subject. */
export function stem(lower: string): string {
  if (lower.length < 4 || stopWords.test(lower)) return '';
  return lower.slice(0, 5).replace(/(?:s|es)$/, '');
}

const past =
  /^(?:previous|previously|last|earlier|ago|compared|comparison|since|prior|than|outturn|against|former|formerly|peak|peaked|preceding|baseline|start|before|originally|corrected|instead|rather|published|low|lowest|high|highest|range|ranged)$/;
const performance =
  /^(?:performance|figures?|percentage|rate|average|data|results?|position|improved|improvement|decreased|increased|target|achieved|fell|rose)$/;
const supposed = /^(?:would|could|might|should|if|likely|forecast|projected)$/;
const sources =
  /\b(?:source:|according to|published by|reported by|statistics|census|data from|figures from|official figures|research)/;
const furthestName = 2_000;

/** The sentences of a text in one pass. */
function sentencesOf({ plain, lexemes }: Lexed, dates: DateToken[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  while (from < lexemes.length) {
    const number = lexemes[from]?.sentence;
    let until = from;
    while (until < lexemes.length && lexemes[until]?.sentence === number) until += 1;
    const [start, end] = [lexemes[from]?.start ?? 0, lexemes[until - 1]?.end ?? 0];
    const { at, quote } = plain.quoted(start, end);
    const words = new Set(lexemes.slice(from, until).map(({ lower }) => lower));
    const text = plain.text.slice(start, Math.min(end, start + furthestName)).toLowerCase();
    sentences[number ?? 0] = {
      from,
      until,
      words,
      text,
      dates: [],
      values: new Set(),
      isSupposed: [...words].some((word) => supposed.test(word)),
      isPast: [...words].some((word) => past.test(word)),
      isOfPerformance: [...words].some((word) => performance.test(word)),
      isCited: sources.test(text),
      at,
      quote,
    };
    from = until;
  }
  for (const date of dates) sentences[date.sentence]?.dates.push(date);
  return sentences;
}

/** Reads one text of a reading. */
function proseOf(words: string, place: Place, frame: Frame): ReadProse {
  const text = lexed(words);
  const dates = datesIn(text, frame);
  const dated = new Set<number>();
  for (const { from, until } of dates) for (let at = from; at < until; at += 1) dated.add(at);
  const { numbers, malformed } = numbersIn(text, dated);
  const sentences = sentencesOf(text, dates);
  for (const { sentence, numbers: each } of numbers)
    for (const { value } of each) sentences[sentence]?.values.add(Number(value));
  return { place, text, sentences, numbers, dates, malformed };
}

/** Reads the words of a reading once for all checks of numbers and dates. */
export function readWords(reading: ReadingText): ReadWords {
  const { measure } = reading;
  const frame = frameOf(reading.period, measure);
  const proses: ReadProse[] = [];
  if (reading.comments) proses.push(proseOf(reading.comments, { field: 'comments' }, frame));
  if (reading.publicNote) proses.push(proseOf(reading.publicNote, { field: 'publicNote' }, frame));
  reading.actions.forEach(({ text }, action) => {
    if (text) proses.push(proseOf(text, { field: 'actionText', action }, frame));
  });
  const known = knownNumbers(reading, frame.covered);
  const own = [measure.title, measure.definition, measure.numeratorLabel ?? '', measure.denominatorLabel ?? ''].join(
    '\n',
  );
  const ownWords = lexed(own.replaceAll('|', ' '));
  const measureNumbers = numbersIn(ownWords, new Set()).numbers.flatMap(({ numbers }) =>
    numbers.map(({ value }) => value),
  );
  const vocabulary = new Set(ownWords.lexemes.map(({ lower }) => stem(lower)).filter(Boolean));
  return {
    reading,
    frame,
    proses,
    known,
    parts: knownParts(reading, frame.covered),
    find: numberIndex(known),
    slips: slipIndex(known),
    vocabulary,
    phrases: ` ${ownWords.lexemes.map(({ lower }) => lower).join(' ')} `,
    measureNumbers: new Set(measureNumbers),
  };
}

/** The sentence that a token stands in. */
export const sentenceOf = (prose: ReadProse, { sentence }: { sentence: number }): Sentence =>
  prose.sentences[sentence] as Sentence;

/** The texts that speak of the figure: actions speak of what is to come. */
export const figureProses = ({ proses }: ReadWords): ReadProse[] =>
  proses.filter(({ place }) => place.field === 'comments' || place.field === 'publicNote');
