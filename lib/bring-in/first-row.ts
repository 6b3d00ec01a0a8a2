import type { Colour } from '@/lib/target/target';

/** A measure of a file as the scorecard would show it. */
export type FirstRow = {
  code: string;
  title: string;
  target: string;
  figure: string;
  /** The period of the figure; null where there is none. */
  period: string | null;
  colour: Colour | null;
};
