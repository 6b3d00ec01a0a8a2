import type { Finding } from '@/lib/commentary/finding';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { sentenceNumbers } from '@/lib/commentary/words/sentence-numbers';
import { type Prose, proseOf, quoted, type Sentence } from '@/lib/commentary/words/sentences';
import { readingValue } from '@/lib/figure/computed-value';
import { Exact } from '@/lib/figure/decimal';
import { round } from '@/lib/figure/rounding';

const whose =
  '(?:national|regional|england|english|uk|british|county|london|statistical|comparator|peer|family group|north east|north west|south east|south west|midlands|neighbours?|sector|country|council|unitary|metropolitan)';
const what =
  '(?:averages?|mean|median|figures?|rates?|levels?|position|picture|performance|benchmarks?|benchmarking|norms?|trends?|results?|outcomes?|proportion)';
const others =
  '(?:(?:our|its|the|other|most|many|all|any|some|comparable|similar|nearby|neighbouring|statistical|nearest|local|english|northern|southern|rural|unitary) ){0,3}(?:neighbours|councils|authorities|boroughs|counties|districts|peers|comparators|regions?|country|england)';
const average = `(?:the |our |its |both |current |latest ){0,2}(?:${whose}(?: and |, | or | )){1,3}${what}`;

/** How officers set their figure beside those of others. Each is bounded, so that no text makes it search twice. */
const comparisons = [
  new RegExp(
    `\\b(?:above|below|over|under|exceeds?|exceeded|exceeding|beats?|outperforms?|outperformed|ahead of|behind|in line with|close to|similar to|against|better than|worse than|higher than|lower than|than) ${average}\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:better|worse|higher|lower|faster|slower|more|fewer|less|quicker|cheaper)(?: \\w+){0,4} than (?:in |at |that of |those of )?${others}\\b`,
    'i',
  ),
  new RegExp(`\\b(?:outperforms?|outperformed|outperforming|ahead of|exceeds?) ${others}\\b`, 'i'),
  new RegExp(`\\b(?:double|twice|half|treble)(?: \\w+){0,7} (?:than |of )?(?:${average}|${others})\\b`, 'i'),
  /\b(?:among|amongst|one of) the (?:very )?(?:best|worst|highest|lowest|top|bottom|fastest|strongest|leading)(?:[ -]performing)?(?: \w+){0,2}(?: (?:councils|authorities|services|boroughs))? (?:in|of|across|nationally|regionally)\b/i,
  /\bamong(?:st)? the (?:best|worst|highest|lowest|strongest)\b/i,
  /\b(?:the )?(?:best|worst|highest|lowest|fastest|top)(?: \w+){0,3} (?:in|of all|across) (?:the (?:country|region|county|north|south|east|west|midlands|north east|north west|sector)|england|the uk|all (?:councils|authorities))\b/i,
  /\b(?:top|bottom|upper|lower|second|third)[ -](?:quartile|quarter of (?:councils|authorities)|ten|decile)\b/i,
  /\bcompares? (?:very |quite |extremely )?(?:favourably|well|poorly|badly|unfavourably)\b/i,
  /\bperform(?:s|ed|ing)? (?:very )?(?:well|better|poorly) (?:against|than|compared (?:to|with)) (?:the )?(?:regional|national|statistical|comparator|other|benchmark\w*|neighbours|peers)/i,
  /\b(?:nationally|regionally),? (?:we|the council|it) (?:are|is|ranks?|ranked)\b/i,
];

/** One of these stands in every comparison: most sentences are looked through once, and no further. */
const mayCompare =
  /\b(?:than|above|below|over|under|exceed|beat|outperform|ahead|behind|line|close|similar|against|double|twice|half|treble|among|amongst|one of the|best|worst|highest|lowest|fastest|strongest|top|bottom|upper|lower|second|third|compare|perform|nationally|regionally)/i;

/** Words that plan, deny or set as an aim: nothing is compared yet. */
const notSaid =
  /\b(?:aim|aims|aiming|aspire|target is|hope|hopes|plan|plans|want|expect|will|would|should|could|cannot|until|whether|no|not|once|if)\b(?: \w+){0,6} ?$/i;
const ownPast =
  /\b(?:last year|previous year|last month|previous month|last quarter|previous quarter|a year ago|the year before|our own)\b/i;
const source =
  /\b(?:source|published by|according to|statistics|statistical release|data from|figures from|returns?|survey|census|lg inform|ofsted|cqc|cipfa|department for|ministry of|office for|dfe|defra|dluhc|mhclg|nhs england|nhs digital|home office|environment agency|ons|apse|housemark|nhti?)\b/i;

/** Whether a sentence, or a source given right behind it, says with which figure of whom it compares. */
function isFounded(sentence: Sentence, next: Sentence | undefined, own: readonly string[]): boolean {
  const figure = sentenceNumbers(sentence.tokens).some(({ value }) => !own.some((known) => new Exact(known).eq(value)));
  const sourced = source.test(sentence.text) || (next !== undefined && /^\W?source/i.test(next.text));
  const dated = /\([^()]{0,80}\b(?:19|20)\d\d[^()]{0,40}\)/.test(sentence.text);
  return figure && (sourced || dated);
}

/** W5: a comparison with others without their figure and its source; a comparator on the page is both. Source: docs/rules.md, Language. */
export function unsourcedComparisons(text: ReadingText): Finding[] {
  if (text.benchmarks.some(({ value }) => value !== null)) return [];
  const value = readingValue(text.figures, text.measure);
  const { numerator, denominator } = text.figures;
  const own = [value, value === null ? null : round(value, text.measure.decimals), numerator, denominator].filter(
    (figure) => figure !== null,
  );
  const proses = [
    ...(text.comments ? [proseOf(text.comments, { field: 'comments' })] : []),
    ...(text.publicNote ? [proseOf(text.publicNote, { field: 'publicNote' })] : []),
  ];
  return proses.flatMap((prose) =>
    prose.sentences.flatMap((sentence, index) => comparisonsIn(prose, sentence, prose.sentences[index + 1], own)),
  );
}

function comparisonsIn(
  prose: Prose,
  sentence: Sentence,
  next: Sentence | undefined,
  own: readonly string[],
): Finding[] {
  // Quotes and marks between words are nothing to a comparison, and every place stays the same.
  const words = sentence.text.replaceAll(/[“”‘’"'()]/g, ' ');
  if (!mayCompare.test(words)) return [];
  const match = comparisons.map((comparison) => comparison.exec(words)).find((found) => found !== null);
  if (!match || notSaid.test(words.slice(Math.max(0, match.index - 80), match.index))) return [];
  if (/compare/i.test(match[0]) && ownPast.test(words)) return [];
  if (isFounded(sentence, next, own)) return [];
  const from = sentence.from + match.index;
  return [
    {
      rule: 'W5',
      place: prose.place,
      ...quoted(prose, from, from + match[0].length),
      sentence: 'This compares with others, and gives no figure of theirs and no source.',
      mend: 'Add their figure and where it is published, or ask for a comparator on the page.',
    },
  ];
}
