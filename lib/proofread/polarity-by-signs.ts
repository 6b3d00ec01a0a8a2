import { Exact } from '@/lib/figure/decimal';
import type { Polarity } from '@/lib/measure/measure';
import type { PrintedSigns } from './printed-signs';

/** A figure with what it was printed beside. */
export type Printed = { value: string | null; green: string | null; before: string | null; signs: PrintedSigns };

/** Which way is better by the colours that a report prints: Red below its target means that higher is better; null where they do not say. */
export function polarityBySigns({ value, green, before, signs }: Printed): Polarity | null {
  if (value === null) return null;
  const { performance, travel } = signs;
  const isAbove = green !== null && !new Exact(value).eq(green) ? new Exact(value).gt(green) : null;
  if (isAbove !== null && performance !== null) return isAbove === (performance === 'green') ? 'higher' : 'lower';
  const hasRisen = before !== null && !new Exact(value).eq(before) ? new Exact(value).gt(before) : null;
  if (hasRisen !== null && travel !== null) return hasRisen === (travel === 'green') ? 'higher' : 'lower';
  return null;
}
