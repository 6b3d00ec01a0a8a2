import type { Policy } from '@/lib/disclosure/policy';
import type { Elsewhere } from '@/lib/elsewhere/elsewhere-words';
import type { Figures } from '@/lib/figure/computed-value';
import type { MissingReason } from '@/lib/figure/missing-reason';
import type { MeasureDraft } from '@/lib/framework/measure-entry';
import type { KeptOutturn } from '@/lib/framework/outturn-entry';
import type { ServiceWords } from '@/lib/framework/service-entry';
import type { Role } from '@/lib/people/person';
import type { Action } from '@/lib/reading/content';
import type { State } from '@/lib/reading/workflow';
import type { Retirement } from '@/lib/series/retirement';
import type { TargetRecord } from '@/lib/target/target-in-force';
import type { Benchmark } from '@/lib/trend/trend';

/** A reading as it goes out: the newest revision of its period. */
export type ReadingOut = {
  periodStart: string;
  state: State;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  missing: MissingReason | null;
  expectedOn: string | null;
  provisional: boolean;
  comments: string | null;
  unusual: string | null;
  /** What the public is told of it, where it is a correction. */
  publicNote: string | null;
  actions: Action[];
};

/** A figure that was published elsewhere, as it goes out beside the readings. */
export type HistoryOut = Figures & Elsewhere & { periodStart: string; provisional: boolean };

/** A measure with all that is decided of it and all its readings. */
export type MeasureOut = {
  service: string;
  draft: MeasureDraft;
  theme: string | null;
  /** Its data owner as the file names them. */
  owner: string | null;
  retirement: Retirement | null;
  /** What was decided on its small counts of people, by itself or as the default of its service; null where nobody has, or none are counted. */
  smallCounts: Policy | null;
  targets: (Pick<TargetRecord, 'effectiveFrom' | 'target' | 'decision'> & { tolerance: string | null })[];
  outturns: (KeptOutturn & { publicNote: string | null })[];
  comparators: Benchmark[];
  readings: ReadingOut[];
  /** The oldest period first. */
  history: HistoryOut[];
};

type PersonOut = { name: string; email: string; roles: Role[]; headOf: string[] };

/** What of a council goes out to somebody; `people` is null for whoever may not see them, `services` where only measures go. */
export type CouncilOut = { services: ServiceWords[] | null; people: PersonOut[] | null; measures: MeasureOut[] };
