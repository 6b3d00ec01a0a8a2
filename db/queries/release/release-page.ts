import { eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { type NextEdition, nextEdition } from '@/db/facts/edition/next-edition';
import { retirementsOf } from '@/db/facts/periods/retirements';
import { standings } from '@/db/facts/work-under-way';
import { sha256 } from '@/db/hashing/sha256';
import { sheetsOf } from '@/db/queries/published/measures';
import { measures, services } from '@/db/schema';
import { editionText } from '@/lib/edition/canonical-text';
import { type EditionDifference, editionDifferences } from '@/lib/edition/difference/edition-difference';
import { headingChanges } from '@/lib/edition/difference/heading-difference';
import type { EditionHead, FrozenRow } from '@/lib/edition/edition';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import type { Release } from '@/lib/reading/workflow';
import { type MeasureReadiness, readinessRows, readinessSentence } from '@/lib/release/measure-readiness';
import type { ReleaseChecklist } from '@/lib/release/release-checklist';
import type { HiddenFigure } from '@/lib/service/hidden-figures';
import { vacancySentences, wantsOwner } from '@/lib/service/vacancies';
import { londonInstant } from '@/lib/time/instant';

export { type ReleaseItem, releaseOrder, releasesFor } from './release-list';

export type ReleasePage = {
  service: { slug: string; name: string };
  mode: Release;
  quarantineHours: number | null;
  sentence: string;
  readiness: MeasureReadiness[];
  findings: ReleaseChecklist;
  /** What cannot be done while a post of the service is empty. */
  vacancies: string[];
  /** The council year of the preview's comparator column: "2017/18". */
  comparisonYear: string;
  /** The edition as it would be published today; null while the service has no measures. */
  preview: { head: EditionHead; rows: FrozenRow[] } | null;
  /** What of it the public would not be shown. */
  hidden: HiddenFigure[];
  /** What a publication should carry, so that nothing is published that the preview did not show. */
  seen: string | null;
  /** What it would change above its rows, in sentences, and in them. */
  headingChanges: string[];
  differences: EditionDifference[];
  lastEdition: { number: number; asAt: string; publishedAt: string } | null;
  /** The edition that the next one is compared with: the latest that is not withdrawn. */
  inForce: { number: number; asAt: string } | null;
  /** Whether the checklist lets this person publish it, once its warnings are answered. */
  mayPublish: boolean;
};

/** A service's next edition; null where there is none, or for anybody but the performance officer. */
export async function releasePage(db: Database, who: Person, slug: string, today: string): Promise<ReleasePage | null> {
  if (!may(who, 'publish')) return null;
  const [service] = await db.select().from(services).where(eq(services.slug, slug));
  if (!service) return null;
  const next = await nextEdition(db, service, today, 'signed');
  const { last, inForce, rows, comparisonYear, findings } = next;
  const measureStandings = await standings(db, eq(measures.serviceId, service.id), today, { everyPeriod: true });
  const readiness = measureStandings.flatMap((standing) => readinessRows(standing, today));
  const { name, notice } = service;
  const head = {
    service: { slug, name, notice },
    number: (last?.number ?? 0) + 1,
    asAt: today,
    publishedAt: londonInstant(today, '12:00'),
    publisher: 'performance officer',
    comparisonYear,
    note: null,
  };
  return {
    service: { slug, name },
    mode: service.release,
    quarantineHours: service.quarantineHours,
    sentence: readinessSentence(readiness, last?.number ?? null),
    readiness,
    findings,
    vacancies: vacancySentences({
      hasHead: service.headId !== null,
      measures: measureStandings
        .filter(({ measure }) => wantsOwner(measure, today))
        .map(({ measure, owner }) => ({ number: measure.number, isOwned: Boolean(owner) })),
    }),
    comparisonYear,
    preview: rows.length > 0 ? { head: { ...head, sha256: sha256(editionText(head, rows)) }, rows } : null,
    hidden: next.hidden,
    seen: rows.length > 0 ? next.seen : null,
    headingChanges: inForce ? headingChanges(inForce, { name, notice, comparisonYear }) : [],
    differences: await differencesOf(db, service.id, next, today),
    lastEdition: last && { number: last.number, asAt: last.asAt, publishedAt: last.publishedAt },
    inForce: inForce && { number: inForce.number, asAt: inForce.asAt },
    mayPublish: findings.blockers.length === 0,
  };
}

/** All that the next edition would show otherwise than the one in force, row and page; none without one. */
async function differencesOf(db: Database, serviceId: number, next: NextEdition, today: string) {
  const { inForce, rows, pages } = next;
  if (!inForce) return [];
  const sheets = (await sheetsOf(db, [inForce.id])).get(inForce.id);
  const after = {
    asAt: today,
    rows,
    sheets: new Map(pages.map(({ code, sheet }) => [code, sheet])),
    readings: new Map(pages.map(({ code, readings }) => [code, readings])),
  };
  const before = { asAt: inForce.asAt, rows: inForce.rows, sheets };
  return editionDifferences(before, after, await retirementsOf(db, serviceId));
}
