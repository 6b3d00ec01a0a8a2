import { eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { rowsInForce } from '@/db/facts/disclosure/rows-in-force';
import { serviceHidden } from '@/db/facts/disclosure/service-hidden';
import { editionInForce } from '@/db/facts/edition/last-edition';
import { brokenApprovals } from '@/db/facts/edition/next-edition';
import { waitingHistory } from '@/db/facts/history-figures';
import { factsOf } from '@/db/facts/measure-facts';
import { officersOf } from '@/db/facts/year-end/officers';
import { rowsOf } from '@/db/queries/published/in-force';
import { people, services } from '@/db/schema';
import type { FrozenRow } from '@/lib/edition/edition';
import { freezePublicMeasure } from '@/lib/edition/freeze-public-measure';
import { freezeRow } from '@/lib/edition/freeze-row';
import { saysNotClosed } from '@/lib/edition/not-closed-yet';
import { waitingSentence } from '@/lib/elsewhere/confirming-history';
import { isPerformanceOfficer, type Person } from '@/lib/people/person';
import { headsService, worksFor } from '@/lib/people/who-acts-as-head';
import { type ChecklistEntry, checklistOf } from '@/lib/release/release-checklist';
import { type HiddenFigure, hiddenFigures } from '@/lib/service/hidden-figures';
import { vacancySentences, wantsOwner } from '@/lib/service/vacancies';
import { type Viewpoint, type WorkingGroup, workingGroups } from '@/lib/service/working-groups';
import type { WorkingRow } from '@/lib/service/working-row';
import { workingSentence } from '@/lib/service/working-sentence';
import { councilYear, yearLabel } from '@/lib/time/council-year';
import { unclosedSentence } from '@/lib/year-end/unclosed-words';
import { openReadingsOf, ownersOf } from './unfinished-readings';
import { rowsOfMeasure } from './working-rows';

export type WorkingScorecard = {
  /** `notice` is what stands above the service's scorecard, such as where its figures come from. */
  service: { slug: string; name: string; notice: string | null };
  viewpoint: Viewpoint;
  sentence: string;
  edition: number;
  inForce: number | null;
  /** What must be mended before the next edition, for the performance officer; nothing for others. */
  blockers: ChecklistEntry[];
  /** What cannot be done while a post of the service is empty. */
  vacancies: string[];
  /** What was published elsewhere and waits for its head; nothing for the performance officer, whom it blocks. */
  elsewhere: string[];
  /** What is said of the year before while it is not closed: who closes it, and for whom does, the way there; null once it is. */
  unclosed: { sentence: string; href: string | null } | null;
  groups: WorkingGroup[];
  /** The rows as the public would read them if everything on its way were approved, and the year of their comparator. */
  rows: FrozenRow[];
  comparisonYear: string;
  /** What of them the public would not be shown. */
  hidden: HiddenFigure[];
  /** Whether this person publishes the service's editions, and whether they review its readings. */
  publishes: boolean;
  reviews: boolean;
};

/** What is on its way to the next edition of a service, for those who work for it; null for everybody else. */
export async function workingScorecard(
  db: Database,
  who: Person,
  slug: string,
  today: string,
): Promise<WorkingScorecard | null> {
  const [service] = await db
    .select({
      id: services.id,
      slug: services.slug,
      name: services.name,
      notice: services.notice,
      head: people.name,
    })
    .from(services)
    .leftJoin(people, eq(people.id, services.headId))
    .where(eq(services.slug, slug));
  if (!service || !worksFor(who, service.id, today)) return null;
  const open = await openReadingsOf(db, service.id, today);
  // A draft with neither figure nor reason says nothing yet.
  const written = open.filter(({ row }) => row.value !== null || row.numerator !== null || row.missing !== null);
  const besides = written.map(({ id }) => id);
  const facts = await factsOf(db, { serviceId: service.id }, today, { besides });
  const last = await editionInForce(db, service.id);
  const published = last ? await rowsOf(db, last.id) : [];
  const owners = await ownersOf(db, service.id);
  const publishes = isPerformanceOfficer(who);
  const broken = publishes
    ? await brokenApprovals(
        db,
        facts,
        open.map(({ row }) => row),
      )
    : new Set<number>();
  const measuresHere = facts.map((measure) => ({
    measure,
    open: open
      .filter(({ measureId }) => measureId === measure.id)
      .map((reading) => ({ ...reading, holds: !broken.has(reading.id) })),
    owner: owners.get(measure.id) ?? null,
    published: published.find(({ code }) => code === measure.code) ?? null,
  }));
  const edition = (last?.number ?? 0) + 1;
  const weighed = await serviceHidden(db, facts, today, { besides });
  const { measures: hidden, policies } = weighed;
  const inForce = await rowsInForce(db, facts, weighed);
  const standings = measuresHere.map(({ measure, open: openHere }) => ({
    measure,
    open: openHere,
    targets: measure.targets,
    undecided: policies.get(measure.id)?.wanting ?? false,
    here: measure.periodsHere,
    awaited: measure.awaited ?? [],
  }));
  const history = await waitingHistory(db, service.id);
  const editionFacts = { slug, asAt: today, standings, lastEdition: last?.number ?? null, changed: true, history };
  const blockers = publishes ? checklistOf(editionFacts).blockers : [];
  const comparisonStart = councilYear(today).start - 1;
  const rows: WorkingRow[] = measuresHere.flatMap((serviceMeasure) =>
    rowsOfMeasure(serviceMeasure, { who, today, comparisonStart, blockers, hidden }),
  );
  const viewpoint = viewpointOf(who, service.id, today);
  const cut = { asAt: today, comparisonStart };
  const publicly = facts.map((measure) => ({
    measure,
    ...freezePublicMeasure(measure, cut, hidden.get(measure.code), inForce.get(measure.code)),
  }));
  const asPublic = publicly.map(({ row }) => row);
  const unclosed = asPublic.some(saysNotClosed) ? unclosedSentence(asPublic, await officersOf(db)) : null;
  return {
    service: { slug, name: service.name, notice: service.notice },
    viewpoint,
    elsewhere: publishes ? [] : history.map(waitingSentence),
    sentence: workingSentence(rows, viewpoint, { edition, blockers: blockers.length }),
    edition,
    inForce: last?.number ?? null,
    blockers,
    vacancies: vacancySentences({
      hasHead: service.head !== null,
      measures: measuresHere
        .filter(({ measure }) => wantsOwner(measure, today))
        .map(({ measure, owner }) => ({ number: measure.number, isOwned: owner !== null })),
    }),
    unclosed: unclosed === null ? null : { sentence: unclosed, href: publishes ? `/settings/year-end/${slug}` : null },
    groups: workingGroups(rows, viewpoint, { head: service.head, edition }),
    rows: asPublic,
    hidden: publicly.flatMap(({ measure, row }) => hiddenFigures(freezeRow(measure, cut), row)),
    comparisonYear: yearLabel(comparisonStart),
    publishes,
    reviews: headsService(who, service.id, today),
  };
}

/** A data owner sees their own measures first, a head what waits for them. */
function viewpointOf(who: Person, serviceId: number, today: string): Viewpoint {
  if (isPerformanceOfficer(who)) return 'officer';
  if (headsService(who, serviceId, today)) return 'head';
  return 'owner';
}
