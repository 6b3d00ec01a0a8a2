import type { Finding } from '@/lib/commentary/finding';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { type Prose, proseOf, quoted, type Sentence, type Token } from '@/lib/commentary/words/sentences';
import { readingValue } from '@/lib/figure/computed-value';
import { Exact } from '@/lib/figure/decimal';
import { shown } from '@/lib/figure/figure';
import { round } from '@/lib/figure/rounding';
import { type Change, type Claim, claimsIn, oppositeOf } from './change-words';
import { isAboutFigure, isOwnFigure, type Subject, subjectOf } from './claim-subject';
import { isOtherwise } from './clause';
import { type Baseline, baselineIn, bothNamed } from './held-against';
import { contradictedRecords } from './record-claims';
import { contradictedAims } from './target-claims';

/** “Stable” is said of figures that differ a little; by more than a tenth it is not true. */
const nearly = '0.1';

/** W6: words such as “improved”, “fell”, “on target” and “highest” where the figures say otherwise. Source: docs/rules.md, Language. */
export function wordsAgainstFigures(text: ReadingText): Finding[] {
  if (readingValue(text.figures, text.measure) === null) return [];
  const subject = subjectOf(text);
  return [
    ...(text.comments ? [proseOf(text.comments, { field: 'comments' })] : []),
    ...(text.publicNote ? [proseOf(text.publicNote, { field: 'publicNote' })] : []),
  ].flatMap((prose) =>
    prose.sentences
      .filter((sentence) => !sentence.text.endsWith('?'))
      .flatMap((sentence) => [
        ...contradictedChanges(prose, sentence, text, subject),
        ...contradictedAims(prose, sentence, text, subject),
        ...contradictedRecords(prose, sentence, text, subject),
      ]),
  );
}

function contradictedChanges(prose: Prose, { tokens }: Sentence, text: ReadingText, subject: Subject): Finding[] {
  const claims = claimsIn(tokens);
  return claims.flatMap((claim, index): Finding[] => {
    const from = claims[index - 1]?.next ?? 0;
    const until = claims[index + 1]?.first ?? tokens.length;
    if (isOtherwise(tokens, claim.first)) return [];
    const baseline = baselineOf(tokens, claim, { from, until }, text, subject);
    const named = typeof baseline === 'object' && baseline.current !== null;
    if (baseline === 'unknown' || (!named && !isAboutFigure(tokens, claim, { from, until }, subject))) return [];
    if (named && needsSubject(claim.change) && !isAboutFigure(tokens, claim, { from, until }, subject)) return [];
    const contradiction = contradicted(claim.change, baseline, text);
    return contradiction === null ? [] : [findingOf(prose, tokens, claim, contradiction, text)];
  });
}

/** What is better or worse depends on whose figures they are; up and down between two numbers do not. */
const needsSubject = (change: Change): boolean =>
  change === 'better' || change === 'worse' || change === 'nearly steady';

function baselineOf(
  tokens: Token[],
  claim: Claim,
  { from, until }: { from: number; until: number },
  text: ReadingText,
  subject: Subject,
): Baseline {
  const both = bothNamed(tokens, claim.next, endOfClause(tokens, claim.next, until));
  if (both) return both;
  const behind = baselineIn(tokens, claim.next, endOfClause(tokens, claim.next, until), text);
  if (behind !== 'unnamed') return behind;
  // “Compared with last year, performance has improved.” What is before also tells of another time: “In March it fell.”
  const before = baselineIn(tokens, Math.max(from, claim.first - 30), claim.first, text);
  return before === 'unnamed' && hasOtherFigure(tokens, claim, subject) ? 'unnamed' : before;
}

/** Where what is said next begins: “and”, “but” and “because” name nothing to compare with. */
function endOfClause(tokens: Token[], from: number, until: number): number {
  let end = from;
  while (
    end < until &&
    end - from < 30 &&
    !/^(?:and|but|while|whilst|although|though|because|which|who|where|so|due|following)$/.test(
      tokens[end]?.lower ?? '',
    )
  )
    end += 1;
  return end;
}

/** “to 74%” right behind a claim names the figure: where it is another than the reading's, the claim is of another time. */
function hasOtherFigure(tokens: Token[], { next }: Claim, subject: Subject): boolean {
  const at = tokens[next]?.lower === 'to' ? tokens[next + 1] : undefined;
  return at === undefined || !/^\d/.test(at.text) || isOwnFigure(at.text.replaceAll(',', ''), subject);
}

type Contradiction = { now: string; before: string | null; opposite: boolean };

/** The figures that say otherwise than a claim; null where one of those that it may mean agrees, or none is known. */
function contradicted(change: Change, baseline: Baseline, text: ReadingText): Contradiction | null {
  const { measure, comparator, earlier, figures } = text;
  const own = readingValue(figures, measure);
  if (own === null || baseline === 'unknown') return null;
  const unnamed = baseline === 'unnamed';
  const now = unnamed || baseline.current === null ? round(own, measure.decimals) : baseline.current;
  const thens = unnamed
    ? [comparator?.value, earlier[0]?.value].flatMap((value) => (value == null ? [] : [round(value, measure.decimals)]))
    : [baseline.value];
  if (thens.length === 0) return againstDirection(change, now, text);
  const verdicts = thens.map((then) => agrees(change, now, then, text));
  return verdicts.every((verdict) => verdict === false)
    ? { now, before: thens[0] ?? null, opposite: thens.every((then) => !new Exact(then).eq(now)) }
    : null;
}

/** Whether a claim holds between two figures; null where it cannot be told. */
function agrees(change: Change, now: string, then: string, { measure, target }: ReadingText): boolean | null {
  const difference = new Exact(now).minus(then);
  switch (change) {
    case 'up':
      return difference.gt(0);
    case 'down':
      return difference.lt(0);
    case 'steady':
      return difference.abs().lte(measure.noChangeBand ?? '0');
    case 'nearly steady':
      return new Exact(then).isZero() ? null : difference.abs().lte(new Exact(then).abs().times(nearly));
    default: {
      if ((measure.polarity !== 'higher' && measure.polarity !== 'lower') || target?.shape === 'between') return null;
      const isUp = (measure.polarity === 'higher') === (change === 'better');
      return isUp ? difference.gt(0) : difference.lt(0);
    }
  }
}

/** Where no earlier figure is known, the direction of travel alone can say otherwise. */
function againstDirection(change: Change, now: string, { direction }: ReadingText): Contradiction | null {
  const wrong: Partial<Record<NonNullable<ReadingText['direction']>, Change[]>> = {
    improving: ['worse', 'steady'],
    worsening: ['better', 'steady'],
    no_change: ['better', 'worse', 'up', 'down'],
    increasing: ['down', 'steady'],
    decreasing: ['up', 'steady'],
  };
  const isWrong = direction !== null && wrong[direction]?.includes(change);
  return isWrong ? { now, before: null, opposite: false } : null;
}

function findingOf(
  prose: Prose,
  tokens: Token[],
  claim: Claim,
  { now, before: then, opposite }: Contradiction,
  { measure, comparator, earlier, direction }: ReadingText,
): Finding {
  const [first, last] = [tokens[claim.first] as Token, tokens[claim.next - 1] as Token];
  const known = [comparator, ...earlier].find(
    (figure) => figure?.value != null && then !== null && new Exact(round(figure.value, measure.decimals)).eq(then),
  );
  const against =
    then === null
      ? `the direction of travel is “${direction?.replace('_', ' ')}”`
      : `the figure is ${shown(now, measure)} against ${shown(then, measure)}${known ? ` (${known.label})` : ''}`;
  const instead = opposite && claim.next - claim.first === 1 ? oppositeOf(first.text) : undefined;
  const finding: Finding = {
    rule: 'W6',
    place: prose.place,
    ...quoted(prose, first.from, last.until),
    sentence: `“${prose.plain.slice(first.from, last.until)}” does not fit: ${against}.`,
    mend: 'Change the word, or say which figures you compare.',
  };
  return instead === undefined ? finding : Object.assign(finding, { instead });
}
