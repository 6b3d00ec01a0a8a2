import { eq } from 'drizzle-orm';
import { decideForMeasure } from '@/db/commands/disclosure/decide';
import { publishAsIs } from '@/db/commands/release/edition-write';
import type { Database } from '@/db/connection/client';
import { measures, outturns, people, readings, services, targets } from '@/db/schema';
import { closedBy, dayOf, hasNews } from './lived-editions';
import { editionsInAll, firstMonth, type LivedMeasure, type LivedService } from './lived-service';

type Staff = { ada: number; olive: number; hana: number };

async function staffOf(db: Database): Promise<Staff> {
  const idOf = async (name: string) => {
    const [row] = await db
      .select({ id: people.id })
      .from(people)
      .where(eq(people.email, `${name}@candour.example`));
    if (!row) throw new Error(`${name} is not in the demonstration.`);
    return row.id;
  };
  return { ada: await idOf('ada'), olive: await idOf('olive'), hana: await idOf('hana') };
}

/** Writes a measure with its targets, and what is decided on its small counts by the command; answers its id. */
async function writeMeasure(
  db: Database,
  measure: LivedMeasure,
  at: { serviceId: number; number: number; ada: number },
) {
  const { policy, exceptions: _, readings: own, outturns: __, ...facts } = measure;
  const [row] = await db
    .insert(measures)
    .values({
      ...facts,
      serviceId: at.serviceId,
      number: at.number,
      title: `Measure ${measure.code}`,
      definition: 'Counted by the month.',
      requiredFrom: firstMonth,
      countsPeople: policy !== null,
      noChangeBand: null,
    })
    .returning({ id: measures.id });
  if (!row) throw new Error('a measure was not written');
  const goals = new Map(own.map(({ start, target }) => [`${start < '2017-04-01' ? 2016 : 2017}-04-01`, target]));
  for (const [effectiveFrom, target] of goals)
    if (target && target.shape !== 'none')
      await db.insert(targets).values({
        measureId: row.id,
        effectiveFrom,
        shape: target.shape,
        green: target.green,
        reason: 'A new plan.',
        decidedBy: 'Cabinet',
        decidedOn: effectiveFrom,
      });
  if (policy) {
    const acting = { who: at.ada, at: '2016-04-01T09:00:00Z', today: '2018-08-17' };
    await decideForMeasure(db, acting, {
      code: measure.code,
      decision: { ...policy, decidedOn: '2016-03-01' },
      was: 0,
    });
  }
  return row.id;
}

/** Writes what an edition is the first to know of a measure: figures that are approved, and a year that was closed. */
async function writeNews(db: Database, measure: LivedMeasure, id: number, edition: number, { olive, hana }: Staff) {
  const day = dayOf(edition);
  for (const { start, revision, value, numerator, denominator, shownBy } of measure.readings) {
    if (shownBy !== edition) continue;
    const correction = { publicNote: 'Counted again.', revisionReason: 'error' as const };
    await db.insert(readings).values({
      measureId: id,
      periodStart: start,
      revision,
      value,
      numerator,
      denominator,
      state: 'approved',
      authors: [olive],
      submittedBy: olive,
      submittedAt: `${day}T08:00:00Z`,
      approvedBy: hana,
      approvedAt: `${day}T08:10:00Z`,
      approvedHash: 'a'.repeat(64),
      ...(revision > 0 && correction),
    });
  }
  const before = edition === 0 ? [] : closedBy(measure, edition - 1);
  for (const outturn of closedBy(measure, edition))
    if (!before.includes(outturn)) await db.insert(outturns).values({ measureId: id, ...outturn });
}

/** The lives of services in a record, every edition of them published by the command on its day; answers the days, by service. */
export async function publishLives(db: Database, lives: { slug: string; life: LivedService }[]): Promise<void> {
  const staff = await staffOf(db);
  for (const [place, { slug, life }] of lives.entries()) {
    const [service] = await db
      .insert(services)
      .values({ slug, name: `Service ${slug}`, position: 100 + place })
      .returning({ id: services.id });
    if (!service) throw new Error('a service was not written');
    const ids = new Map<string, number>();
    for (const [at, measure] of life.measures.entries())
      ids.set(measure.code, await writeMeasure(db, measure, { serviceId: service.id, number: at + 1, ada: staff.ada }));
    for (let edition = 0; edition < editionsInAll; edition += 1) {
      for (const measure of life.measures) await writeNews(db, measure, ids.get(measure.code) ?? 0, edition, staff);
      if (!hasNews(life.measures, edition)) continue;
      const asAt = dayOf(edition);
      const by = { actorId: staff.ada, publisher: 'performance officer' };
      await publishAsIs(db, { ...by, service: slug, asAt, at: `${asAt}T08:30:00Z` });
    }
  }
}
