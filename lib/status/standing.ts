import type { MeasureFacts } from '@/lib/measure/measure';
import type { State } from '@/lib/reading/workflow';

/** A reading on its way; `holds` says whether an approval still signs what is there. */
export type UnfinishedReading = { id: number; periodStart: string; revision: number; state: State; holds: boolean } & {
  submitted?: Signed | null;
  approved?: Signed | null;
};

/** Who took a step, and the ISO instant of it. */
export type Signed = { by: string; at: string };

/** A measure with what is on its way, and the starts of the periods that are approved or published. */
export type Standing = {
  measure: Pick<MeasureFacts, 'frequency' | 'startMonth' | 'lagDays' | 'polarity'> & {
    number: number;
    code: string;
    title: string;
    requiredFrom: string;
    retiredOn: string | null;
    whyNoTarget: string | null;
  };
  open: UnfinishedReading[];
  here: readonly string[];
  /** Those of `here` whose figure was published elsewhere. */
  elsewhere?: string[];
  /** The periods answered "not available yet", each with the day on which its figure is expected. */
  awaited?: { start: string; until: string }[];
  owner?: string | null;
};
