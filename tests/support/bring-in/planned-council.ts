import { planOf } from '@/lib/bring-in/plan/plan';
import type { CouncilNow, MeasureNow, PlanParty, ReadingNow } from '@/lib/bring-in/plan/row/council-now';
import type { Kind, Wish } from '@/lib/bring-in/wish';
import type { Person } from '@/lib/people/person';
import { blankContent, type Content } from '@/lib/reading/content';
import { draft } from '../council/drafts';
import { rowLine, wish } from '../council/wishes';

const nobody: Person = { id: 9, name: 'Nora', roles: [], owns: [], heads: [], deputises: [] };
export const ada: Person = { ...nobody, id: 5, name: 'Ada', roles: ['performance_officer'] };
export const adam: Person = { ...nobody, id: 7, name: 'Adam', roles: ['administrator'] };
export const olive: Person = { ...nobody, id: 1, name: 'Olive', owns: [{ measureId: 1, serviceId: 1 }] };
/** Performance officer and administrator in one. */
const both: Person = { ...ada, roles: ['performance_officer', 'administrator'] };

const service = (id: number, name: string) => ({
  id,
  name,
  slug: name.toLowerCase(),
  earlierSlugs: null,
  words: {
    name,
    slug: name.toLowerCase(),
    notice: null,
    place: id,
    release: 'release' as const,
    quarantineHours: null,
    contact: null,
  },
  head: { name: 'Hana', email: 'hana@testshire.example' },
  announced: null,
  firstEditionAsAt: null,
});

export const person = (id: number, name: string) => ({
  id,
  name,
  email: `${name.toLowerCase()}@testshire.example`,
  roles: [],
  hasLeft: false,
});

/** A measure of the buses that is here already, owned by Olive. */
export const measureNow = (more: Partial<MeasureNow> = {}): MeasureNow => ({
  id: 1,
  serviceSlug: 'buses',
  draft: draft({ number: 1, code: 'bus-01', title: 'Buses on time', requiredFrom: '2026-04-01' }),
  theme: null,
  owner: { name: 'Olive', email: 'olive@testshire.example' },
  ownerId: 1,
  retiredOn: null,
  hasReadings: false,
  isPublished: false,
  targets: [],
  outturns: [],
  benchmarks: [],
  readings: new Map(),
  history: new Map(),
  ...more,
});

export const readingNow = (state: ReadingNow['state'], content: Partial<Content>): ReadingNow => ({
  id: 1,
  version: 2,
  state,
  content: { ...blankContent, ...content },
});

/** Testshire with buses and trams, one measure, Olive and Hana. */
export const council = (more: Partial<CouncilNow> = {}): CouncilNow => ({
  services: [service(1, 'Buses'), service(2, 'Trams')],
  people: [person(1, 'Olive'), person(3, 'Hana')],
  measures: [measureNow()],
  ...more,
});

const today = '2026-08-17';

/** What wishes come to, a line each: 'refuse Readings 2 B: …'. */
export function lines(wishes: Wish[], now = council(), party: Partial<PlanParty> = {}): string[] {
  const who = party.who ?? both;
  const plan = planOf(wishes, now, { who, scope: party.scope ?? 'council', fileName: 'Children Q1.xlsx' }, today);
  return plan.rows.map(({ row }) => rowLine(row));
}

/** The one line of one wish. */
export const line = (kind: Kind, fields: Record<string, string>, now = council(), party: Partial<PlanParty> = {}) =>
  lines([wish(kind, 2, fields)], now, party).join(' | ');
