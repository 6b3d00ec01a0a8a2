import type { NumberToken } from '../prose/number-token';
import type { Clause } from './clause-words';
import type { KnownNumber } from './known-number';
import { type ReadProse, type ReadWords, type Sentence, sentenceOf } from './read-words';

const after =
  /^(?:more|fewer|less|higher|lower|above|below|better|worse|short|shy|further|additional|extra|up|down|cheaper|dearer|quicker|slower|faster|longer|shorter|lighter|heavier|ahead|behind|adrift|earlier|later)$/;
const before = /^(?:by|up|down|another|further|additional|extra)$/;
const changes =
  /^(?:increase|rise|reduction|decrease|drop|fall|difference|gap|improvement|decline|growth|dip|change|shortfall|swing)$/;
/** Behind "over" and "inside": what a difference is taken from. */
const limits = /^(?:the|our|its|target|budget|plan|profile|what)$/;
const unitNouns = /^(?:working|days?|weeks?|months?|hours?|minutes?|points?|tonnes?|kilograms?|names|people|children)$/;

/** Whether a number is meant as a difference: "by 6", "3 more", "0.1 shy", "2.7 days over target", "38 to find". */
export function saysDifference(token: NumberToken, { text: { lexemes } }: ReadProse): boolean {
  if (token.kind === 'points') return true;
  if (token.kind === 'share' || token.kind === 'fraction' || token.kind === 'range') return false;
  const word = (place: number): string => lexemes[place]?.lower ?? '';
  const hedged = token.hedge === null ? token.from - 1 : token.from - (word(token.from - 1) === 'than' ? 3 : 2);
  if (before.test(word(hedged)) || (word(hedged) === 'of' && changes.test(word(hedged - 1)))) return true;
  if (token.kind === 'percent' && changes.test(word(token.until))) return true;
  let at = token.until;
  // “186 (11%) more”.
  if (word(at) === '(' && word(at + 2) === ')') at += 3;
  while (at < token.until + 2 && unitNouns.test(word(at))) at += 1;
  const [next, second] = [word(at), word(at + 1)];
  const isLast = lexemes[at + 1]?.kind !== 'word';
  if (/^(?:over|under|beyond|inside|outside|off)$/.test(next) && (limits.test(second) || isLast)) return true;
  if (next === 'to' && /^(?:find|go|make)$/.test(second)) return true;
  if (next === 'on' && second === 'top') return true;
  return after.test(next) && (second !== 'average' || next === 'more') && lexemes[at]?.kind === 'word';
}

const targets = 'target threshold amber limit plan planned promised profile budget wanted aimed goal standard'.split(
  ' ',
);

type Scope = Pick<Sentence, 'words' | 'text' | 'dates'>;

const months = 'january february march april may june july august september october november december'.split(' ');

/** The known numbers that the words of a clause or a sentence name, other than the reading's own; null where they name none. */
function namedIn({ words, text, dates }: Scope, { known, reading, frame }: ReadWords): KnownNumber[] | null {
  const own = frame.periodSpan;
  const spans = dates
    .slice(0, 50)
    .flatMap((date) => date.spans)
    .filter(({ from, until }) => from > own.until || until < own.from);
  const others = known.filter(({ role, label, span }) => {
    if (role === 'target') return targets.some((word) => words.has(word));
    if (role === 'own') return false;
    if (label !== '' && text.includes(label)) return true;
    if (role === 'benchmark')
      return ['average', 'national', 'england', 'regional', 'neighbours', 'nationally'].some((word) => words.has(word));
    const isYearBefore = ['last', 'previous', 'earlier', 'before', 'ago'].some((word) => words.has(word));
    if (role === 'comparator' && words.has('year') && isYearBefore) return true;
    if (span === null) return false;
    // “Last April”, of a figure that ends in the April before.
    if (text.includes(`last ${months[Number(span.until.slice(5, 7)) - 1]}`)) return true;
    // “In the same quarter of 2023”: the date is that of the figure, or has its end in it.
    return spans.some(({ from, until }) => from <= span.until && span.until <= until);
  });
  const first = reading.earlier[0];
  if (
    first &&
    /\b(?:last|previous|first|second|third) (?:month|quarter|period|term|time)\b|\b(?:month|quarter) before\b/.test(
      text,
    )
  )
    others.push(...known.filter(({ key }) => key.startsWith(`earlier/${first.label}/`)));
  return others.length > 0 ? others : null;
}

/** The known numbers that a difference may be taken from: what its clause names; else what its sentence names, or the usual. */
export function namedFor(clause: Clause, token: NumberToken, prose: ReadProse, words: ReadWords): KnownNumber[] | null {
  const sentence = sentenceOf(prose, token);
  const dates = sentence.dates.filter(({ from }) => from >= clause.from && from < clause.until);
  const own = namedIn({ words: clause.words, text: clause.text, dates }, words);
  if (own) return own;
  // “550 up on the spring”: the clause compares with something that has no figure by that name.
  if (/\b(?:on|than|since|against|from)\b/.test(clause.text)) return null;
  const others = namedIn(sentence, words);
  // What its clause names nothing for may be short of the target.
  return others && [...others, ...words.known.filter(({ role }) => role === 'target')];
}
