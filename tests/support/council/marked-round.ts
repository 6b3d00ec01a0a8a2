import { and, desc, eq } from 'drizzle-orm';
import { enterBenchmark } from '@/db/commands/measure/benchmarks';
import { rebaseMeasure } from '@/db/commands/measure/rebase';
import { nameSource } from '@/db/commands/measure/source';
import { type Changed, saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, beginCorrection, returnReading, submitReading } from '@/db/commands/reading/reading-steps';
import { announceRelease } from '@/db/commands/release/announce';
import { cancelRelease } from '@/db/commands/release/cancel-release';
import { giveEarlyReading } from '@/db/commands/release/early-reading';
import { moveRelease } from '@/db/commands/release/move-release';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { withdrawEdition } from '@/db/commands/release/withdraw';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { committees, council, measures, people, readings, services } from '@/db/schema';
import { blankContent, type Content } from '@/lib/reading/content';
import { londonInstant, londonTime } from '@/lib/time/instant';
import { ending } from './working-council';

const today = '2018-08-17';
const slug = 'childrens-social-care';
/** As the application has it: the present time of day in London, on the day that the demonstration lives in. */
const now = () => londonInstant(today, londonTime(new Date().toISOString()));

/** Somebody else's text for each field, with the mark by which it is found again: the field's three letters and its number. */
export type Mark = (field: string) => string;
export type MarkedMeasure = { code: string; period: string; readingId: number; mark: Mark };

/** Writes strangers' texts into every text that the demonstration's children's services have, by the commands where there is one. */
export async function markedRound(db: Database) {
  const all = await db.select().from(people);
  const id = (name: string) => all.find((person) => person.email.startsWith(name))?.id ?? 0;
  const as = (name: string): Acting => ({ who: id(name), at: now(), today });
  const server = () => ({ who: null, at: now() });
  const [service] = await db.select().from(services).where(eq(services.slug, slug));
  if (!service) throw new Error('the demonstration is not there');
  const own = await db.select().from(measures).where(eq(measures.serviceId, service.id)).orderBy(measures.number);

  const refused: string[] = [];

  /** What a reading said, with strangers' words. */
  const contentWith = (mark: Mark, row: typeof readings.$inferSelect): Content => ({
    ...blankContent,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    missing: row.missing,
    expectedOn: row.missing === 'not_available_yet' ? '2018-12-01' : null,
    unusual: mark('unu'),
    comments: mark('cmt'),
    publicNote: mark('pub'),
    revisionReason: 'error',
    actions: [{ text: mark('act'), owner: mark('own'), due: '2018-12-01' }],
  });

  /** What is said of a measure itself, and a correction that has been returned with other words. */
  async function begun(
    measure: (typeof own)[number],
    mark: Mark,
    month: number,
  ): Promise<MarkedMeasure & { version: number }> {
    const { code } = measure;
    const labels = measure.scale === null ? {} : { numeratorLabel: mark('num'), denominatorLabel: mark('den') };
    const words = { title: mark('tit'), definition: mark('def'), notes: [mark('not')], ...labels };
    await db.update(measures).set(words).where(eq(measures.id, measure.id));
    await nameSource(db, server(), { code, source: mark('src'), ownerRole: mark('rol') });
    await enterBenchmark(db, as('ada'), {
      code,
      name: mark('cna'),
      source: mark('cso'),
      alike: true,
      note: mark('cno'),
      values: [{ from: '2017-04-01', until: '2018-03-31', value: '50' }],
    });
    const published = await db
      .select()
      .from(readings)
      .where(and(eq(readings.measureId, measure.id), eq(readings.state, 'published')))
      .orderBy(desc(readings.periodStart), desc(readings.revision));
    const starts = [...new Set(published.map(({ periodStart }) => periodStart))];
    const reason = mark('reb');
    const rebased = await ending(rebaseMeasure(db, as('ada'), { code, periodStart: starts[month + 1] ?? '', reason }));
    // Not every measure has a chart, nor so many periods.
    if ('refused' in rebased) refused.push(/^[a-z]+\d+z/.exec(reason)?.[0] ?? '');
    const [row] = published;
    if (!row) throw new Error(`${code} has no published reading`);
    const place = { code, periodStart: row.periodStart };
    const first = await beginCorrection(db, as('olive'), { readingId: row.id, version: row.version });
    const plain = { ...contentWith((field) => `Plain ${field}.`, row), actions: [] };
    const saved = await saveReading(db, as('olive'), { ...place, version: first.version, content: plain });
    const sent = await submitReading(db, as('olive'), saved);
    await returnReading(db, as('dev'), { ...sent, reason: mark('rea'), suggested: mark('sug') });
    return { code, period: row.periodStart, mark, ...sent };
  }

  /** The correction with strangers' words, waiting for Hana. */
  async function waiting({ code, period, mark, readingId, version }: Changed & MarkedMeasure): Promise<Changed> {
    const [row] = await db.select().from(readings).where(eq(readings.id, readingId));
    if (!row) throw new Error('the correction is gone');
    const saved = await saveReading(db, as('olive'), {
      code,
      periodStart: period,
      version,
      content: contentWith(mark, row),
    });
    return submitReading(db, as('olive'), saved);
  }

  const acknowledged = async (mark: Mark) => {
    const { findings } = await nextEdition(db, service as typeof services.$inferSelect, today, 'signed');
    return findings.warnings.map(({ id: finding }) => ({ finding, reason: mark('ack') }));
  };
  return {
    own,
    /** The marks of what was refused, and so stands nowhere. */
    refused,
    begun,
    waiting,
    approve: (submission: Changed) => approveReading(db, as('hana'), submission),
    /** The texts of which there is one for the whole council or service. */
    async shared(mark: Mark) {
      await db.update(council).set({ name: mark('cou'), contact: mark('con'), demonstration: mark('dem') });
      await db
        .update(services)
        .set({ name: mark('ser'), notice: mark('ntc') })
        .where(eq(services.id, service.id));
      await db
        .update(people)
        .set({ name: mark('per') })
        .where(eq(people.email, 'dev@candour.example'));
      await db.update(committees).set({ name: mark('com') });
    },
    async announced(mark: Mark) {
      const [dueAt, toAt] = ['2018-08-18T08:30:00Z', '2018-08-18T09:30:00Z'];
      const announcement = {
        service: slug,
        asAt: today,
        note: mark('ano'),
        acknowledged: await acknowledged(mark),
        dueAt,
      };
      const { id: release } = await announceRelease(db, as('ada'), announcement);
      await moveRelease(db, as('ada'), { id: release, dueAt, toAt, reason: mark('mov') });
      await giveEarlyReading(db, as('ada'), { id: release, email: 'cal@candour.example', fromAt: as('ada').at });
      const cancel = () => cancelRelease(db, as('ada'), { id: release, dueAt: toAt, reason: mark('can') });
      return { release, cancel };
    },
    async publish(mark: Mark) {
      const publication = { service: slug, asAt: today, note: mark('edn'), acknowledged: await acknowledged(mark) };
      return (await publishEdition(db, as('ada'), publication)).number;
    },
    withdraw: (number: number, mark: Mark) =>
      withdrawEdition(db, as('ada'), { service: slug, number, reason: mark('wdr') }),
  };
}
