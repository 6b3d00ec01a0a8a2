import type { Connection } from '@/db/connection/client';
import { rowsInForce } from '@/db/facts/disclosure/rows-in-force';
import { type ServiceHidden, serviceHidden } from '@/db/facts/disclosure/service-hidden';
import { shownAgain } from '@/db/facts/disclosure/shown-again';
import { newestFirst, unfrozenHistory } from '@/db/facts/history-figures';
import { factsOf, type MeasureWithFacts } from '@/db/facts/measure-facts';
import { mendsOf } from '@/db/facts/mends';
import { counts } from '@/db/facts/periods/counted-readings';
import { inPieces } from '@/lib/collection/in-pieces';
import type { CountedMeasure } from '@/lib/disclosure/counted-measure';
import type { Exception } from '@/lib/disclosure/policy';
import type { FrozenRow } from '@/lib/edition/edition';
import { freezePublicMeasure } from '@/lib/edition/freeze-public-measure';
import { freezeRow } from '@/lib/edition/freeze-row';
import type { MeasureSheet } from '@/lib/edition/measure-sheet';
import type { Revised } from '@/lib/series/ledger';
import { periodOf } from '@/lib/series/measure-record';
import { publicReading } from '@/lib/series/public-measure';
import { type PublishedReading, publishedReading } from '@/lib/series/published-reading';
import { type HiddenFigure, hiddenFigures } from '@/lib/service/hidden-figures';
import { councilYear, yearLabel } from '@/lib/time/council-year';
import { endOf } from '@/lib/time/period';
import { revisedBy } from './edition-revisions';
import { pageHashes } from './page-hashes';
import { unfrozenReadings } from './unfrozen-readings';

/** The page of a measure as an edition freezes it. */
export type FrozenPage = { code: string; sheet: MeasureSheet; readings: PublishedReading[] };

type FrozenService = {
  facts: MeasureWithFacts[];
  rows: FrozenRow[];
  pages: FrozenPage[];
  revised: Revised[];
  comparisonYear: string;
  /** What is hidden of its small counts, and what was decided on them. */
  service: ServiceHidden;
  /** What of it the public is not shown, for those who see it all the same. */
  hidden: HiddenFigure[];
  /** What is hidden by now and standing editions showed, a sentence each. */
  alreadyPublic: { code: string; number: number; sentence: string }[];
};

/**
 * The rows of a service at a day, frozen from what counts as the public may see it, and the pages of its measures; each row carries
 * their hashes.
 */
export async function frozenRows(
  db: Connection,
  serviceId: number,
  asAt: string,
  counted: { approved: number[] },
): Promise<FrozenService> {
  const facts = await factsOf(db, { serviceId }, asAt, counted);
  const comparisonStart = councilYear(asAt).start - 1;
  const unfrozen = await unfrozenReadings(db, serviceId, asAt, counts(counted));
  const history = await unfrozenHistory(db, serviceId, asAt);
  const mends = await mendsOf(
    db,
    facts.map(({ id }) => id),
  );
  const service = await serviceHidden(db, facts, asAt, counted);
  const inForce = await rowsInForce(db, facts, service);
  const again = await shownAgain(db, facts, service);
  const cut = { asAt, comparisonStart };
  const frozen = await inPieces(facts, (fact) => {
    const { id, code, number } = fact;
    const hidden = service.measures.get(code);
    const record = { ...fact, ...mends.get(id) };
    const { row, sheet } = freezePublicMeasure(record, cut, hidden, inForce.get(code));
    const publicPage = (reading: Parameters<typeof publishedReading>[1]) =>
      publishedReading(fact, hidden ? publicReading(fact, reading, hidden) : reading);
    const first = newestFirst(unfrozen.get(id) ?? [], history.get(id) ?? []);
    const ended = first.filter((reading) => endOf(periodOf(fact, reading)) < asAt);
    const repeated = (again.get(id) ?? []).map((reading) => ({ ...publicPage(reading), again: true as const }));
    const readings = [...ended.map(publicPage), ...repeated].sort((a, b) => a.start.localeCompare(b.start));
    return {
      row: { ...row, ...exceptedIn(service.weighed.get(code)), ...pageHashes(sheet, readings) },
      page: { code, sheet, readings },
      hidden: hidden ? hiddenFigures(freezeRow(record, cut), row) : [],
      alreadyPublic: (hidden?.alreadyTold ?? []).map((sentence) => ({ code, number, sentence })),
    };
  });
  return {
    facts,
    service,
    rows: frozen.map(({ row }) => row),
    pages: frozen.map(({ page }) => page),
    revised: await revisedBy(db, counted.approved, asAt, {
      facts,
      hidden: service.measures,
      history,
    }),
    comparisonYear: yearLabel(comparisonStart),
    hidden: frozen.flatMap((measure) => measure.hidden),
    alreadyPublic: frozen.flatMap((measure) => measure.alreadyPublic),
  };
}

/** How many figures of a measure are shown in spite of what was decided on small counts; absent where none is. */
function exceptedIn(measure: CountedMeasure | undefined): Pick<FrozenRow, 'excepted'> {
  const { exceptions = [], readings = [] } = measure ?? {};
  const isHere = ({ start, revision }: Exception) =>
    readings.some((reading) => reading.start === start && reading.revision === revision);
  const excepted = exceptions.filter(isHere).length;
  return excepted > 0 ? { excepted } : {};
}
