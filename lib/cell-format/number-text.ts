import { Decimal } from 'decimal.js';
import type { NumberFormat, Section } from './number-format';

/** The section for a number, and whether it says the minus itself. */
function sectionFor({ sections }: NumberFormat, number: Decimal): [section: Section, saysMinus: boolean] {
  const [above = [], below, zero] = sections;
  if (number.isZero() && zero && sections.length > 2) return [zero, true];
  return number.isNegative() && !number.isZero() && below ? [below, true] : [above, false];
}

const count = (section: Section, kind: Section[number]['kind']) =>
  section.filter((token) => token.kind === kind).length;

/** The digits that a section asks for: the least before the point, and the least and the most after it. */
function digitsOf(section: Section) {
  const point = section.findIndex(({ kind }) => kind === 'point');
  const before = point < 0 ? section : section.slice(0, point);
  const after = point < 0 ? [] : section.slice(point);
  const texts = (tokens: Section) => tokens.flatMap((token) => (token.kind === 'digit' ? [token.text] : []));
  return {
    least: texts(before).filter((text) => text === '0').length,
    kept: texts(after).lastIndexOf('0') + 1,
    most: texts(after).length,
  };
}

/** Commas behind the last digit divide by a thousand each; others group the digits. */
function thousands(section: Section): { scale: number; grouped: boolean } {
  const kinds = section.filter(({ kind }) => kind === 'digit' || kind === 'comma' || kind === 'point');
  const last = kinds.findLastIndex(({ kind }) => kind === 'digit');
  const scale = kinds.slice(last + 1).filter(({ kind }) => kind === 'comma').length;
  return { scale, grouped: kinds.slice(0, last).some(({ kind }) => kind === 'comma') };
}

function digitsText(number: Decimal, section: Section): string {
  const { least, kept, most } = digitsOf(section);
  const { scale, grouped } = thousands(section);
  const shifted = number
    .abs()
    .times(new Decimal(100).pow(count(section, 'percent')))
    .div(new Decimal(1000).pow(scale));
  const [integer = '', part = ''] = shifted.toFixed(most, Decimal.ROUND_HALF_UP).split('.');
  const shownWhole = (integer === '0' ? '' : integer).padStart(least, '0');
  const shownPart = part.slice(0, kept) + part.slice(kept).replace(/0+$/, '');
  return (
    (grouped ? shownWhole.replaceAll(/\B(?=(\d{3})+$)/g, ',') : shownWhole) + (shownPart === '' ? '' : `.${shownPart}`)
  );
}

/** Whether digits stand in one run, so that they are one number: not 00-00-00, not # ?/?. */
function isOneNumber(section: Section): boolean {
  const isDigit = ({ kind }: Section[number]) => kind === 'digit' || kind === 'point';
  const run = section.slice(section.findIndex(isDigit), section.findLastIndex(isDigit) + 1);
  return run.every((token) => isDigit(token) || token.kind === 'comma') && count(section, 'point') <= 1;
}

const isUnknown = (section: Section) =>
  section.some(({ kind }) => kind === 'unknown' || kind === 'time') || !isOneNumber(section);

/** A number as its file shows it: 0.875 by 0.0% is 87.5%. By a format that is not understood, or shows nothing, it is the number. */
export function numberText(value: string, format: NumberFormat): string {
  if (format.sections.some((section) => section.some(({ kind }) => kind === 'unknown'))) return value;
  const number = new Decimal(value);
  const [section, saysMinus] = sectionFor(format, number);
  if (isUnknown(section)) return value;
  const digits = digitsText(number, section);
  let isPlaced = false;
  let text = '';
  for (const token of section) {
    if (token.kind === 'literal') text += token.text;
    if (token.kind === 'percent') text += '%';
    if (token.kind === 'general' || token.kind === 'text') text += saysMinus ? value.replace('-', '') : value;
    if ((token.kind !== 'digit' && token.kind !== 'point') || isPlaced) continue;
    isPlaced = true;
    text += digits;
  }
  if (text.trim() === '') return value;
  const isPlain = count(section, 'general') + count(section, 'text') > 0;
  const isMinus = number.isNegative() && !saysMinus && !isPlain && /[1-9]/.test(digits);
  return `${isMinus ? '-' : ''}${text.trim()}`;
}
