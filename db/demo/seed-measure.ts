import type { Transaction } from '@/db/connection/client';
import { sha256 } from '@/db/hashing/sha256';
import { actions, measures, outturns, readings, readingVersions, targets } from '@/db/schema';
import { blankContent, type Content, contentText, type Ground } from '@/lib/reading/content';
import { keptInOrder } from '@/lib/reading/kept-warnings';
import { londonInstant } from '@/lib/time/instant';
import { addDays, endOf } from '@/lib/time/period';
import type { DemoMeasure, DemoReading } from './demo-measure';
import { one } from './one';
import { seedSeries } from './series';

/** Who owns a measure, who heads its service, and who keeps the framework, by their ids. */
type Hands = { owner: number; head: number; officer: number };

/** Seeds a measure of the demonstration with its target, outturns and series, and its readings as approved ones. */
export async function seedMeasure(
  tx: Transaction,
  serviceId: number,
  demo: DemoMeasure & { source: string },
  hands: Hands,
): Promise<void> {
  const { target, targetFrom, targetDecision, outturn, earlierOutturn, latest, history, from, ...facts } = demo;
  const requiredFrom = from ?? history[0]?.start ?? latest?.start;
  if (!requiredFrom) throw new Error(`${demo.code} has no first period`);
  const values = { ...facts, serviceId, requiredFrom, ownerId: hands.owner, definitionVersion: demo.earlier ? 2 : 1 };
  const measure = one(await tx.insert(measures).values(values).returning({ id: measures.id }));
  const effectiveFrom = targetFrom ?? requiredFrom;
  const aim =
    target &&
    one(
      await tx
        .insert(targets)
        .values({ measureId: measure.id, effectiveFrom, ...target, ...targetDecision })
        .returning({ id: targets.id }),
    );
  for (const figure of [earlierOutturn, outturn])
    if (figure) await tx.insert(outturns).values({ measureId: measure.id, ...figure });
  const ground = (start: string) => ({
    measureId: measure.id,
    periodStart: start,
    revision: 0,
    targetId: aim && effectiveFrom <= start ? aim.id : null,
    definitionVersion: demo.earlier && start >= demo.earlier.next.from ? 2 : 1,
  });
  await seedSeries(tx, measure.id, demo, hands.officer);
  const earlier = history.map(({ start, value }) => ({ start, value, illustrative: true }));
  for (const reading of latest ? [...earlier, { ...latest, illustrative: false }] : earlier)
    await seedReading(tx, demo, reading, ground(reading.start), hands);
}

type Seeded = Partial<DemoReading> & { start: string; illustrative: boolean };

/** An approved reading: its owner wrote and submitted it soon after the period's end, the head of service approved it. */
async function seedReading(tx: Transaction, { frequency }: DemoMeasure, seeded: Seeded, ground: Ground, hands: Hands) {
  const { start, illustrative, actions: planned = [], ...given } = seeded;
  const written: Content = { ...blankContent, ...given, actions: planned };
  const content = given.kept ? { ...written, kept: keptInOrder(given.kept) } : written;
  const { actions: _, ...figures } = content;
  const contentHash = sha256(contentText(content, ground));
  const end = endOf({ frequency, start });
  const submittedAt = londonInstant(addDays(end, 6), '10:00');
  const signed = {
    submittedBy: hands.owner,
    submittedAt,
    approvedBy: hands.head,
    approvedAt: londonInstant(addDays(end, 9), '14:00'),
    approvedHash: contentHash,
  };
  const { measureId, periodStart } = ground;
  const values = {
    measureId,
    periodStart,
    illustrative,
    state: 'approved' as const,
    authors: [hands.owner],
    ...figures,
  };
  const reading = one(
    await tx
      .insert(readings)
      .values({ ...values, ...signed })
      .returning({ id: readings.id }),
  );
  const version = {
    readingId: reading.id,
    version: 1,
    content,
    ground,
    contentHash,
    authorId: hands.owner,
    at: submittedAt,
  };
  await tx.insert(readingVersions).values(version);
  if (planned.length === 0) return;
  await tx.insert(actions).values(
    planned.map(({ due, ...action }, index) => ({
      ...action,
      dueOn: due,
      readingId: reading.id,
      position: index + 1,
    })),
  );
}
