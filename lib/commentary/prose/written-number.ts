import { Exact } from '@/lib/figure/decimal';
import { asGiven } from '@/lib/figure/figure';
import { round } from '@/lib/figure/rounding';
import { capital, numberWord } from '@/lib/text/number-in-words';
import type { PlacedNumber } from './number-token';

/** A value written as a number in prose was written: in words up to twelve, with its decimals, its commas, its short form left alone. */
function writtenAs(value: string, { quote, decimals }: PlacedNumber): string {
  const isWord = /^\p{L}/u.test(quote);
  const places = isWord ? 0 : decimals;
  const rounded = round(value, places);
  if (isWord) {
    const word = rounded === '0' ? 'none' : numberWord(Number(rounded));
    return /^\p{Lu}/u.test(quote) ? capital(word) : word;
  }
  const plain =
    new Exact(rounded).gte(1000) && !quote.includes(',') && /^\d{4,}/.test(quote) ? rounded : asGiven(rounded);
  const [integer = '', fraction = ''] = plain.split('.');
  return places > 0 ? `${integer}.${fraction.padEnd(places, '0')}` : integer;
}

/** A quote in which some of its numbers are written anew; `at` is where the quote begins in its text. */
export function rewritten(quote: string, at: number, changes: { number: PlacedNumber; value: string }[]): string {
  let text = '';
  let done = 0;
  for (const { number, value } of changes.toSorted((a, b) => a.number.at - b.number.at)) {
    const start = number.at - at;
    if (start < done) continue;
    text += quote.slice(done, start) + writtenAs(value, number);
    done = start + number.quote.length;
  }
  return text + quote.slice(done);
}
