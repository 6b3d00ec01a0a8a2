import type { MeasureFacts } from '@/lib/measure/measure';
import { Exact } from './decimal';
import { noFigureWords, withoutInvisible, withoutUnit } from './typed-figure-words';

/**
 * A typed figure as a decimal string, or the sentence that says what is wrong with it: with what may stand there `instead`, to be
 * confirmed, and `none` where the text says that there is no figure.
 */
export type Parsed = { value: string } | { problem: string; instead?: string; none?: true };

/** `scale` is null where the value itself is counted; left out where whether it is whole does not matter. */
type Entry = Pick<MeasureFacts, 'unit' | 'outsideHundred' | 'countsPeople'> & { scale?: number | null };

const longest = 15;
const emptyFigure = 'Type a figure, or choose a reason why there is none.';

/** What a person typed, quoted and kept short. */
const quote = (typed: string): string => `“${typed.length > 40 ? `${typed.slice(0, 40)}…` : typed}”`;

/** Why these characters are not a figure, in a sentence; the text has neither its sign nor its unit any more. */
function malformed(text: string, typed: string): string {
  const quoted = quote(typed);
  if (/^(?:nan|[+]?infinity|inf|∞)$/i.test(text)) return `${quoted} is not a number.`;
  if (/^\d[\d.,]*e[-+−]?\d+$/i.test(text)) return `${quoted} is in scientific notation: write the figure out in full.`;
  if (/[oO]/.test(text) && /^[\doO.,]+$/.test(text)) return `${quoted} has a letter O where a zero should be.`;
  if (/\p{L}/u.test(text)) {
    if (!/\d/.test(text)) return `${quoted} is in words: write the figure in digits.`;
    return `${quoted} has letters among its digits: write the figure in digits only.`;
  }
  if (!/\d/.test(text)) return `${quoted} has no digits.`;
  if (/[^\d., ]/.test(text)) return `${quoted} has a sign that does not belong in a figure.`;
  if (text.indexOf('.') !== text.lastIndexOf('.')) return `${quoted} has more than one decimal point.`;
  if (text.endsWith('.')) return `${quoted} ends with a point: type the decimals, or leave the point out.`;
  if (text.includes(' ')) return `${quoted} has a space in the middle of the figure.`;
  if (/^\d+,\d+$/.test(text) && !/^[1-9]\d{0,2},\d{3}$/.test(text))
    return `${quoted} has a comma where a decimal point may be meant: a comma is not a decimal point, so write ${quote(text.replace(',', '.'))}.`;
  return `${quoted} has a comma in the wrong place: a comma may stand only before each group of three digits, and is not a decimal point.`;
}

const wellFormed = /^(?:\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+)?(?:\.\d+)?$/;

/**
 * Reads a figure as a person types it: "1,234.5", "87.5%", "£1,200", "−2.5", "+5", "5 days", with spaces; the value is kept in full.
 * Refuses everything else with a sentence, in linear time, and never throws. Source: docs/rules.md, Figures.
 */
export function parseFigure(typed: string, { unit, outsideHundred, countsPeople, scale }: Entry): Parsed {
  if (typed.length > 200) return { problem: `${quote(typed)} is too long for a figure.` };
  const visible = withoutInvisible(typed);
  if (visible)
    return {
      problem: `There was an invisible character ${visible.place}, from another program perhaps. It is taken out: check the figure, and send it again.`,
      instead: visible.text.trim(),
    };
  let text = typed.replace(/\s/gu, ' ').trim();
  if (text === '') return { problem: emptyFigure };
  const none = noFigureWords(text);
  if (none) return { problem: `${quote(typed)} ${none}.`, none: true };
  const negative = /^[-−–‒]/.test(text);
  if (negative) text = text.slice(1).trimStart();
  else if (/^\+ ?[\d.£]/.test(text)) text = text.slice(1).trimStart();
  if (text.startsWith('£')) {
    if (unit !== 'pounds' && unit !== 'pounds_thousand')
      return { problem: `${quote(typed)} is in pounds, but this measure is not.` };
    text = text.slice(1).trimStart();
  }
  const measured = withoutUnit(text, unit);
  if ('problem' in measured) return { problem: `${quote(typed)} ${measured.problem}.` };
  text = measured.text;
  if (text === '' || !wellFormed.test(text)) return { problem: malformed(text, typed) };
  const digits = text.replace(/[, ]/g, '');
  if (digits.replace('.', '').length > longest)
    return { problem: `${quote(typed)} is too long: a figure may have at most ${longest} digits.` };
  const size = new Exact(digits);
  const value = negative && !size.isZero() ? size.negated() : size;
  if (unit === 'percent' && !outsideHundred && (value.lt(0) || value.gt(100)))
    return { problem: `${quote(typed)} is outside 0% to 100%, and this measure cannot be.` };
  if (countsPeople && value.lt(0)) return { problem: `${quote(typed)} is below 0, and a count of people cannot be.` };
  if (countsPeople && unit === 'number' && scale === null && !value.isInteger())
    return { problem: `${quote(typed)} has a part of a person: people are counted whole.` };
  return { value: value.toFixed() };
}

/**
 * Reads a numerator or a denominator: a plain number, 0 or above, in no unit; whole where it counts people, which the parts of a
 * percentage or a rate do, and those of an average (770 cases, 9.3 officers) need not.
 */
export function parsePart(
  typed: string,
  { countsPeople, scale }: Pick<MeasureFacts, 'countsPeople' | 'scale'>,
): Parsed {
  const parsed = parseFigure(typed, { unit: 'number', outsideHundred: true, countsPeople: false });
  if (!('value' in parsed)) return parsed;
  if (parsed.value.startsWith('-')) return { problem: `${quote(typed)} is below 0, and a count cannot be.` };
  if (countsPeople && scale !== null && scale > 1 && parsed.value.includes('.'))
    return { problem: `${quote(typed)} has a part of a person: people are counted whole.` };
  return parsed;
}
