import { otherwise } from './another-thing';
import type { JudgedNumber } from './judged-number';
import type { KnownNumber, KnownParts } from './known-number';
import { type ReadWords, sentenceOf } from './read-words';

const justBefore = /^(?:from|on|than|of)$/;

/** Whether the words round a number speak of a time before the reading's own. */
function speaksOfThePast({ token, prose, known }: JudgedNumber, words: ReadWords): boolean {
  const sentence = sentenceOf(prose, token);
  if (sentence.isPast) return true;
  if (justBefore.test(prose.text.lexemes[token.from - 1]?.lower ?? '') && token.kind !== 'share') return true;
  const { covered, periodSpan } = words.frame;
  const itsSpans = known.flatMap(({ may }) => may.flatMap(({ span }) => span ?? []));
  return sentence.dates.slice(0, 50).some(({ spans }) => {
    if (spans.every(({ until }) => until < covered.until)) return true;
    // “14.6 in June, 14.2 in September and now this”: a figure is given for the date that it ends in.
    const isOwn = spans.some(({ from, until }) => from <= periodSpan.until && until >= periodSpan.from);
    const isIts = spans.some(({ from, until }) => itsSpans.some((span) => from <= span.until && span.until <= until));
    return isIts && !isOwn;
  });
}

/** Which parts of the reading's own figure a sentence names, by text and sentence: beside them an earlier figure is part of a series. */
export function ownParts(all: JudgedNumber[]): (judged: JudgedNumber, part: KnownNumber['part']) => boolean {
  const named = new Map<JudgedNumber['prose'], Set<string>>();
  for (const { prose, token, known } of all)
    for (const { may } of known)
      for (const { role, part } of may)
        if (role === 'own') named.set(prose, (named.get(prose) ?? new Set()).add(`${token.sentence} ${part}`));
  return ({ prose, token }, part) => named.get(prose)?.has(`${token.sentence} ${part}`) ?? false;
}

/** The figure of this reading that should stand where an earlier one stands, or null where nothing is stale. */
export function stale(
  judged: JudgedNumber,
  isNamed: ReturnType<typeof ownParts>,
  words: ReadWords,
): KnownNumber[] | KnownParts | null {
  const { token, prose } = judged;
  if (prose.place.field === 'publicNote' || token.kind === 'range' || judged.difference) return null;
  if (otherwise(token, prose, words) !== null) return null;
  const old = (role: string) => role === 'earlier' || role === 'corrected';
  if (token.kind === 'share') {
    const own = words.parts.find(({ role }) => role === 'own');
    if (!own || judged.parts.length === 0 || !judged.parts.every(({ role }) => old(role))) return null;
    return speaksOfThePast(judged, words) ? null : own;
  }
  const may = judged.known[0]?.may ?? [];
  if (may.length === 0 || !may.every(({ role }) => old(role))) return null;
  const now = words.known.filter(
    ({ role, part, percent }) => role === 'own' && part === may[0]?.part && percent === may[0]?.percent,
  );
  if (now.length === 0 || speaksOfThePast(judged, words)) return null;
  return may[0] && isNamed(judged, may[0].part) ? null : now;
}
