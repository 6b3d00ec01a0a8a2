import type { ImportScope } from '@/lib/bring-in/import-words';
import type { Place } from '@/lib/bring-in/wish';
import type { Figures } from '@/lib/figure/computed-value';
import type { MeasureDraft } from '@/lib/framework/measure-entry';
import type { KeptOutturn } from '@/lib/framework/outturn-entry';
import type { ServiceWords } from '@/lib/framework/service-entry';
import type { Person, Role } from '@/lib/people/person';
import type { Content } from '@/lib/reading/content';
import type { State } from '@/lib/reading/workflow';
import type { Addressed } from '@/lib/service/address-taken';
import type { TargetRecord } from '@/lib/target/target-in-force';
import type { Benchmark } from '@/lib/trend/trend';

/** A service as it is kept; a service that the file makes has the number 0. */
export type ServiceNow = Addressed & {
  words: ServiceWords;
  head: { name: string; email: string } | null;
  /** The row of the file that names its head. */
  headRow?: Place;
  /** 'Edition 3 is announced for …', while a release waits. */
  announced: string | null;
  /** The day that its first edition is about; null before there is one. */
  firstEditionAsAt: string | null;
};

export type PersonNow = { id: number; name: string; email: string; roles: Role[]; hasLeft: boolean };

/** The newest revision of a reading. */
export type ReadingNow = { id: number; version: number; state: State; content: Content };

/** A figure that was published elsewhere; plain decimals. */
export type HistoryNow = Figures & { provisional: boolean };

export type TargetNow = TargetRecord & {
  /** Why it cannot be replaced or taken back; null where it can. */
  use: string | null;
};

/** A measure as it is kept, with what the file may touch of it; a measure that the file makes has the number 0. */
export type MeasureNow = {
  id: number;
  serviceSlug: string;
  draft: MeasureDraft;
  theme: string | null;
  owner: { name: string; email: string } | null;
  ownerId: number | null;
  retiredOn: string | null;
  hasReadings: boolean;
  isPublished: boolean;
  /** The earliest first. */
  targets: TargetNow[];
  outturns: KeptOutturn[];
  benchmarks: Benchmark[];
  /** By the first day of the period. */
  readings: Map<string, ReadingNow>;
  /** Figures that were published elsewhere, by the first day of the period. */
  history: Map<string, HistoryNow>;
};

/** The council as it is, as far as a file may touch it; services stand in their order. */
export type CouncilNow = { services: ServiceNow[]; people: PersonNow[]; measures: MeasureNow[] };

/** Who brings the file, and what of. */
export type PlanParty = { who: Person; scope: ImportScope; fileName: string };

/** The council while a plan is made: as it is, with all that the rows before have made and changed. */
export type Drafted = {
  services: ServiceNow[];
  people: PersonNow[];
  measures: Map<string, MeasureNow>;
  /** Codes of measures that the file would make, and whose rows are refused. */
  refusedCodes: Set<string>;
  party: PlanParty;
  today: string;
};
