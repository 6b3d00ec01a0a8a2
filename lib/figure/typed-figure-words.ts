import { type Unit, units } from '@/lib/measure/measure';

/** Characters of format, which are not seen: soft hyphens, zero widths, marks of direction, joiners, a byte order mark. */
const invisible = /\p{Cf}/u;
const everyInvisible = new RegExp(invisible.source, 'gu');

/** A text without its invisible characters, and the place of the first one in words ("after 81"); null where it has none. */
export function withoutInvisible(text: string): { text: string; place: string } | null {
  const at = text.search(invisible);
  if (at < 0) return null;
  const before = text.slice(0, at).trim();
  const cleaned = text.replaceAll(everyInvisible, '');
  const place = before === '' ? `before ${cleaned.trim().slice(0, 20)}` : `after ${before.slice(-20)}`;
  return { text: cleaned, place };
}

const noFigure =
  /^(?:n\/?a|n\.a\.|tb[acd]|none|nil return|not available|unknown|suppressed|[xcz*:–—-]|\*+|\.\.+|\[[a-z]{1,3}\])$/i;

/** What a text without a figure says: 'hides a small number' for '<5', 'says that there is no figure' for '*', 'n/a', 'TBC'; null for anything else. */
export function noFigureWords(text: string): string | null {
  if (/^<\s?\d{1,4}$/.test(text)) return 'hides a small number';
  return noFigure.test(text) ? 'says that there is no figure' : null;
}

/** The words that stand for a unit after a figure: 'days', 'day', '%', 'per cent', 'pounds'. */
function wordsOf(unit: Unit): string[] {
  if (unit === 'percent') return ['%', 'per cent', 'percent', 'pct'];
  if (unit === 'pounds') return ['pounds', 'gbp'];
  if (unit === 'pounds_thousand') return ['k', 'thousand', 'thousand pounds'];
  const { noun } = units[unit];
  return noun ? [...noun] : [];
}

const nameOf = (unit: Unit): string =>
  unit === 'percent' ? 'per cent' : (units[unit].noun?.[1] ?? units[unit].column);

const large: Record<string, number> = { k: 3, thousand: 3, m: 6, mn: 6, million: 6, bn: 9, billion: 9 };

/**
 * Takes the measure's own unit from the end of a figure ('5 days', '81 per cent'); another unit, or a letter for thousands or
 * millions, is answered by its name with what to write instead.
 */
export function withoutUnit(text: string, unit: Unit): { text: string } | { problem: string } {
  const match = text.match(/^([^\p{L}%]*\d)\s?([\p{L}%][\p{L} %]{0,30})$/u);
  const [, figure = '', typed = ''] = match ?? [];
  if (!match) return { text };
  const word = typed.trim().toLowerCase();
  if (wordsOf(unit).includes(word)) return { text: figure };
  const zeros = large[word];
  if (zeros !== undefined) {
    const full = inFull(figure, zeros);
    return { problem: `is short for a larger number: write it in full${full ? `, ${full}` : ''}` };
  }
  const other = (Object.keys(units) as Unit[]).find((candidate) => wordsOf(candidate).includes(word));
  if (!other) return { text };
  if (other === 'percent') return { problem: 'is a percentage, but this measure is not' };
  return {
    problem: `is in ${nameOf(other)}, but this measure is ${unit === 'number' ? 'a plain number' : `in ${nameOf(unit)}`}`,
  };
}

/** '1.2' with three zeros is '1,200'; null where the decimals do not come out whole. */
function inFull(figure: string, zeros: number): string | null {
  const [integer = '', decimals = ''] = figure.replaceAll(/[, ]/g, '').split('.');
  if (!/^\d{1,9}$/.test(integer) || !/^\d*$/.test(decimals) || decimals.length > zeros) return null;
  return Number(`${integer}${decimals.padEnd(zeros, '0')}`).toLocaleString('en-GB');
}
