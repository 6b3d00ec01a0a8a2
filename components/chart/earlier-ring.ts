import { type EarlierFigure, whenEarlier } from '@/lib/trend/earlier-figure';
import type { Frame } from './chart-frame';
import type { LinePoint, Place } from './figure-line';
import { tenth } from './figure-line';
import { textWidth } from './label-room';

/** The ring round the earlier figure, and the place of its words: over or under it, wherever the line is not. */
export type Ring = Place & { text: string; word: Place & { anchor: 'start' | 'middle' | 'end' } };

/** How far the words stand from the middle of the ring. */
const apart = 11;

/** Where the earlier figure stands at the end of its period, and its words: '16% last year, 2017/18'. */
export function ringOf(
  { index, value, text, label }: EarlierFigure,
  { frame, line }: { frame: Pick<Frame, 'x' | 'y' | 'plot' | 'box'>; line: LinePoint[] },
): Ring {
  const { plot, box } = frame;
  const place = { x: frame.x(index), y: frame.y(value) };
  const words = isYear(label) ? `${text} last year, ${label}` : `${text} ${whenEarlier(label)}`;
  const width = textWidth(words, box.size);
  const anchor = place.x - width / 2 < plot.left ? 'start' : place.x + width / 2 > plot.right ? 'end' : 'middle';
  const from = anchor === 'start' ? plot.left : anchor === 'end' ? plot.right - width : place.x - width / 2;
  const crossed = (top: number, bottom: number) =>
    line.some(
      (point) => point.place && between(point.place.x, from, from + width) && between(point.place.y, top, bottom),
    );
  const over = { top: place.y - apart - box.size, bottom: place.y - 6, y: place.y - apart };
  const under = { top: place.y + 6, bottom: place.y + apart + box.size, y: place.y + apart + box.size * 0.75 };
  const isUnder = crossed(over.top, over.bottom) && !crossed(under.top, under.bottom) && under.bottom < plot.bottom;
  const x = anchor === 'start' ? plot.left : anchor === 'end' ? plot.right : place.x;
  return { ...place, text: words, word: { x: tenth(x), y: tenth(isUnder ? under.y : over.y), anchor } };
}

const isYear = (label: string): boolean => !/[A-Z]/.test(label);

const between = (value: number, from: number, to: number): boolean => value >= from && value <= to;
