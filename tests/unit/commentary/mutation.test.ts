import { expect, test } from 'vitest';
import { checkReading } from '@/lib/commentary/checking/check-reading';
import { type Finding, findingId } from '@/lib/commentary/finding';
import { boundNumbers } from '@/lib/commentary/numbers/bound-numbers';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { cleanTexts, hands } from '@/tests/fixtures/commentary/clean/every-row';
import { directedCommentaries } from '@/tests/support/commentary/directed-commentary';
import { type Digits, digitsIn, isFigure, isRoundly, withDigit } from '@/tests/support/commentary/number-changes';
import { readingTexts } from '@/tests/support/commentary/reading-row';

const checked = (text: ReadingText): Finding[] => checkReading(text, { silenced: [] });
const withComments = (text: ReadingText, comments: string): ReadingText => ({ ...text, comments });
const rules = (findings: Finding[]): string[] => findings.map(({ rule }) => rule);

/** Honest commentaries: those of the clean rows that raise nothing, and true sentences on the figures of each row. */
const commentaries = cleanTexts.flatMap((text, row) => {
  const directed = directedCommentaries(text);
  const own = [text.comments ?? '', ...[0, 1, 2].flatMap((n) => directed[(row + n) % directed.length]?.clean ?? [])];
  return own.map((comments) => ({ text, comments }));
});

/** Each digit of each bound number of the rows changed by three, one at a time. */
function everyDigit(texts: ReadingText[]): { changed: number; missed: string[] } {
  let changed = 0;
  const missed: string[] = [];
  for (const text of texts) {
    const comments = text.comments ?? '';
    const before = new Set(checked(text).map(findingId));
    const bound = boundNumbers(text).filter(({ place }) => place.field === 'comments');
    const numbers = digitsIn(comments).filter(({ at, quote }) =>
      bound.some(({ number }) => at < number.at + number.quote.length && number.at < at + quote.length),
    );
    for (const number of numbers)
      for (const [nth, sign] of [...number.quote].filter((each) => /\d/.test(each)).entries()) {
        const changedText = withDigit(comments, number, nth, String((Number(sign) + 3) % 10));
        const written = changedText.slice(number.at, number.at + number.quote.length);
        if (isFigure(text, written) || isRoundly(text, written) || /^0\d/.test(written)) continue;
        changed += 1;
        if (checked(withComments(text, changedText)).every((finding) => before.has(findingId(finding))))
          missed.push(`${text.measure.code}: “${number.quote}” as “${written}”`);
      }
  }
  return { changed, missed };
}

/** How many digits were changed, how many numbers the checks leave alone, and which changes were not found. */
function mutated(some: typeof commentaries): { changed: number; exempt: number; missed: string[] } {
  let changed = 0;
  let exempt = 0;
  const missed: string[] = [];
  for (const [nth, { text, comments }] of some.entries()) {
    const honest = withComments(text, comments);
    const before = new Set(checked(honest).map(findingId));
    const bound = boundNumbers(honest).filter(({ place }) => place.field === 'comments');
    const isBound = ({ at, quote }: Digits) =>
      bound.some(({ number }) => at < number.at + number.quote.length && number.at < at + quote.length);
    const numbers = digitsIn(comments);
    exempt += numbers.filter((number) => !isBound(number)).length;
    const number = numbers.filter(isBound)[nth % 3] ?? numbers.find(isBound);
    if (!number) continue;
    const digit = String((nth * 7 + 3) % 10);
    const changedText = withDigit(comments, number, nth, digit);
    const written = changedText.slice(number.at, number.at + number.quote.length);
    if (written === number.quote || isFigure(text, written) || /^0\d/.test(written)) continue;
    changed += 1;
    if (checked(withComments(text, changedText)).every((finding) => before.has(findingId(finding))))
      missed.push(`${text.measure.code}: “${number.quote}” as “${written}” in “${changedText.slice(0, 160)}”`);
  }
  return { changed, exempt, missed };
}

test('one digit of a figure is another: at least 99% are found', () => {
  const { changed, exempt, missed } = mutated(commentaries);
  console.log(
    `Digits changed: ${changed} in ${commentaries.length} commentaries, missed ${missed.length}; numbers exempt: ${exempt}\n${missed.join('\n')}`,
  );
  expect(commentaries.length).toBeGreaterThanOrEqual(500);
  expect(changed).toBeGreaterThanOrEqual(500);
  expect(missed.length / changed).toBeLessThanOrEqual(0.01);
});

test('every bound number in the rows of hands that had not seen the checks, each of its digits: at least 99% are found', () => {
  const texts = Object.values(hands).slice(1).flat().flatMap(readingTexts);
  const found = everyDigit(texts);
  console.log(
    `Digits of such rows changed: ${found.changed}, missed ${found.missed.length}\n${found.missed.join('\n')}`,
  );
  expect(found.changed).toBeGreaterThan(500);
  expect(found.missed.length / found.changed).toBeLessThanOrEqual(0.01);
});

const share = /(\d[\d,]*\d|\d)((?: out)? of (?:the |our |its )?)(\d[\d,]*\d|\d)/;

test('the two numbers of a figure change places: all are found', () => {
  let changed = 0;
  const missed: string[] = [];
  for (const text of cleanTexts) {
    const { numerator, denominator } = text.figures;
    if (numerator === null || denominator === null || numerator === denominator) continue;
    const parts = [numerator, denominator];
    const own = text.comments ?? '';
    const [match, x = '', join = '', y = ''] = share.exec(own) ?? [];
    const isOwn = parts[0] === x.replaceAll(',', '') && parts[1] === y.replaceAll(',', '');
    const generated = `This was so in ${Number(numerator).toLocaleString('en-GB')} out of ${Number(denominator).toLocaleString('en-GB')}.`;
    const swapped = [
      ...(match && isOwn ? [own.replace(match, `${y}${join}${x}`)] : []),
      generated.replace(/(\S+) out of (\S+)\./, (_, one: string, other: string) => `${other} out of ${one}.`),
    ];
    for (const comments of swapped) {
      changed += 1;
      if (!rules(checked(withComments(text, comments))).includes('B2'))
        missed.push(`${text.measure.code}: ${comments}`);
    }
  }
  console.log(`Parts swapped: ${changed}, missed ${missed.length}\n${missed.join('\n')}`);
  expect(changed).toBeGreaterThan(120);
  expect(missed).toEqual([]);
});

test('a word says the wrong direction: at least 95% are found, and the true word raises nothing', () => {
  let changed = 0;
  const missed: string[] = [];
  const alarms: string[] = [];
  for (const text of cleanTexts)
    for (const { clean, wrong } of directedCommentaries(text)) {
      changed += 1;
      if (rules(checked(withComments(text, clean))).includes('W6')) alarms.push(`${text.measure.code}: ${clean}`);
      const found = rules(checked(withComments(text, wrong)));
      if (!found.includes('W6') && !found.includes('W1')) missed.push(`${text.measure.code}: ${wrong}`);
    }
  console.log(
    `Wrong directions: ${changed}, missed ${missed.length}; true ones with a warning: ${alarms.length}\n${missed.slice(0, 60).join('\n')}\n${alarms.slice(0, 20).join('\n')}`,
  );
  expect(changed).toBeGreaterThanOrEqual(500);
  expect(missed.length / changed).toBeLessThanOrEqual(0.05);
  expect(alarms.length / changed).toBeLessThan(0.01);
});
