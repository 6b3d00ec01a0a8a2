import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { noneOf } from '@/db/connection/written-out';
import { waitingHistory } from '@/db/facts/history-figures';
import { judgedOf } from '@/db/facts/judged-columns';
import type { MeasureWithFacts } from '@/db/facts/measure-facts';
import { countsOn } from '@/db/facts/periods/retirements';
import { actionsOf } from '@/db/facts/reading-facts';
import { type ReadingRow, wordsOf } from '@/db/facts/reading-record';
import { sha256 } from '@/db/hashing/sha256';
import { editionRows, measures, readings, type services } from '@/db/schema';
import { headingChanges } from '@/lib/edition/difference/heading-difference';
import type { FrozenRow } from '@/lib/edition/edition';
import { withoutUnclosed } from '@/lib/edition/not-closed-yet';
import { contentText } from '@/lib/reading/content';
import { canonical } from '@/lib/record/canonical';
import { sameValue } from '@/lib/record/same-value';
import { checklistOf, type ReleaseChecklist } from '@/lib/release/release-checklist';
import type { Revised } from '@/lib/series/ledger';
import { ruleColour } from '@/lib/series/published-reading';
import { versionAt } from '@/lib/series/series-break';
import type { HiddenFigure } from '@/lib/service/hidden-figures';
import { targetInForce } from '@/lib/target/target-in-force';
import { type FrozenPage, frozenRows } from './frozen-rows';
import { editionInForce, type LastEdition, lastEdition } from './last-edition';
import { notesTakenIn } from './notes-taken-in';
import { wordsTakenIn } from './words-taken-in';

export type ServiceRow = typeof services.$inferSelect;
/** What the next edition of a service at a day is made of. */
export type NextEdition = {
  facts: MeasureWithFacts[];
  rows: FrozenRow[];
  /** What the pages of its measures say beside their rows, and the readings that it is the first to tell of. */
  pages: FrozenPage[];
  comparisonYear: string;
  /** The latest edition, withdrawn or not, after whose number the next one counts. */
  last: LastEdition | null;
  /** The edition that the next one is compared with. */
  inForce: (LastEdition & { rows: FrozenRow[] }) | null;
  findings: ReleaseChecklist;
  /** The corrections that it is the first to show. */
  revised: Revised[];
  /** What of it the public is not shown, for those who see it all the same. */
  hidden: HiddenFigure[];
  /** The hash of what it would show: a publication carries it as what the officer saw. */
  seen: string;
};

/** The next edition of a service as it would be at a day, with its checklist; made for the preview and again to publish. */
export async function nextEdition(
  db: Connection,
  service: ServiceRow,
  asAt: string,
  counted: { approved: number[] } | 'signed',
): Promise<NextEdition> {
  const open = await openReadings(db, service.id, asAt);
  const approved =
    counted === 'signed' ? open.filter(({ state }) => state === 'approved').map(({ id }) => id) : counted.approved;
  const frozen = await frozenRows(db, service.id, asAt, { approved });
  const { facts, rows, pages, revised, comparisonYear, hidden, alreadyPublic, service: weighed } = frozen;
  const last = await lastEdition(db, service.id);
  const inForce = await editionInForce(db, service.id);
  const rowsInForce = inForce ? await rowsOfEdition(db, inForce.id) : [];
  // An approval stands in the way of an edition only if the edition takes it in.
  const taken = counted === 'signed' ? open : open.filter(({ id }) => approved.includes(id));
  const broken = await brokenApprovals(db, facts, taken);
  const heading = { name: service.name, notice: service.notice, comparisonYear };
  const changed =
    inForce === null ||
    headingChanges(inForce, heading).length > 0 ||
    !sameValue(rowsInForce.map(withoutReadingsHash), rows.map(withoutReadingsHash)) ||
    pages.some(({ readings }) => readings.length > 0) ||
    revised.length > 0;
  const standings = facts.map((measure) => ({
    measure,
    targets: measure.targets,
    undecided: weighed.policies.get(measure.id)?.wanting ?? false,
    here: measure.periodsHere,
    awaited: measure.awaited ?? [],
    open: open
      .filter(({ measureId }) => measureId === measure.id)
      .map(({ id, periodStart, revision, state }) => ({ id, periodStart, revision, state, holds: !broken.has(id) })),
  }));
  const history = await waitingHistory(db, service.id);
  const takenIn = taken.filter(({ state }) => state === 'approved');
  const words = await wordsTakenIn(db, { serviceId: service.id, asAt, facts, approved: takenIn, service: weighed });
  const findings = checklistOf({
    slug: service.slug,
    asAt,
    standings,
    lastEdition: inForce?.number ?? null,
    changed,
    history,
    words: { ...words, blockers: [...words.blockers, ...notesTakenIn(facts, weighed, asAt)] },
    alreadyPublic,
  });
  const seen = sha256(canonical({ rows: rows.map(alone).map(withoutUnclosed), revised }));
  return {
    facts,
    rows,
    pages,
    revised,
    comparisonYear,
    last,
    inForce: inForce && { ...inForce, rows: rowsInForce },
    findings,
    hidden,
    seen,
  };
}

/**
 * A row without what it says of its measure's page: what was announced before there were pages must still be what is released.
 * While a release waits nothing can be changed that only the page shows.
 */
const alone = ({ signal: _, sheet: __, told: ___, ...row }: FrozenRow) => row;

/** A row without the hash of the readings that its edition was the first to show: the next edition has others. */
const withoutReadingsHash = ({ told: _, ...row }: FrozenRow) => row;

async function rowsOfEdition(db: Connection, editionId: number): Promise<FrozenRow[]> {
  const rows = await db
    .select({ row: editionRows.row })
    .from(editionRows)
    .where(eq(editionRows.editionId, editionId))
    .orderBy(asc(editionRows.number));
  return rows.map(({ row }) => row);
}

/** The readings on their way, of the measures that count on a day. */
async function openReadings(db: Connection, serviceId: number, asAt: string): Promise<ReadingRow[]> {
  const theirs = and(eq(measures.serviceId, serviceId), countsOn(asAt));
  const measureIds = db.select({ id: measures.id }).from(measures).where(theirs);
  return db
    .select()
    .from(readings)
    .where(and(inArray(readings.measureId, measureIds), noneOf(readings.state, 'published')))
    .orderBy(asc(readings.id));
}

/** The approved readings whose signed hash is not that of what they say and are judged by now. */
export async function brokenApprovals(
  db: Connection,
  facts: MeasureWithFacts[],
  open: ReadingRow[],
): Promise<Set<number>> {
  const approved = open.filter(({ state }) => state === 'approved');
  const planned = await actionsOf(
    db,
    approved.map(({ id }) => id),
  );
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const holds = (reading: ReadingRow) => {
    const { measureId, periodStart, revision } = reading;
    const measure = byId.get(measureId);
    if (!measure) return false;
    const target = targetInForce(measure.targets, periodStart);
    const ground = { measureId, periodStart, revision, targetId: target?.id ?? null };
    const content = { ...wordsOf(reading), actions: planned.get(reading.id) ?? [] };
    const judged = judgedOf(reading);
    // Where the rule gives another colour by now, what was judged is not what is here.
    if (judged && ruleColour(measure, reading) !== judged.rule) return false;
    const signed = { ...ground, definitionVersion: versionAt(measure.wordings, periodStart) };
    // An approval signs the thresholds; one that is older than this rule signed which target it was.
    const grounds = target ? [{ ...signed, target: target.target }, signed] : [signed];
    return grounds.some((each) => sha256(contentText(content, each, judged)) === reading.approvedHash);
  };
  return new Set(approved.filter((reading) => !holds(reading)).map(({ id }) => id));
}
