import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '@/db/connection/client';
import { figuresOf } from '@/db/facts/disclosure/figure-at';
import { type MeasurePolicy, policiesOf } from '@/db/facts/disclosure/policies';
import { headsLeft } from '@/db/facts/eyes-missing';
import type { MeasureRow } from '@/db/facts/reading-record';
import { disclosureExceptions, measures, people, services } from '@/db/schema';
import {
  askRefusal,
  confirmRefusal,
  type ExceptionFacts,
  endingOf,
  endRefusal,
} from '@/lib/disclosure/decision/exception-steps';
import { isSmallAtAGlance } from '@/lib/disclosure/small-count-at-a-glance';
import { figureWords } from '@/lib/figure/figure';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { worksFor } from '@/lib/people/who-acts-as-head';
import { name } from '@/lib/time/period';
import { partsWords } from '@/lib/year-end/parts-words';

/** A figure that somebody asked to be shown, and what became of that. */
export type ExceptionView = {
  id: number;
  /** 'Measure 9, July 2018' */
  figure: string;
  reason: string;
  askedBy: string;
  askedAt: string;
  confirmed: { by: string; for: string | null; at: string } | null;
  ended: { by: string; at: string; reason: string; how: 'refused' | 'withdrawn' } | null;
  /** Whether this person asked for it. */
  isOwn: boolean;
  /** Why this person cannot confirm it, or end it; null where they can. */
  whyNotConfirm: string | null;
  whyNotEnd: string | null;
  /** Who must be named where nobody is left who may confirm it. */
  eyesMissing: string | null;
};

/** A measure that counts people, and what holds for its small counts. */
export type DecidedMeasure = MeasurePolicy & { number: number; code: string; title: string };

export type SmallCountsPage = {
  service: { slug: string; name: string };
  /** Whether the reader records decisions. */
  decides: boolean;
  measures: DecidedMeasure[];
  /** How many measures count no people. */
  others: number;
  waiting: ExceptionView[];
  standing: ExceptionView[];
  ended: ExceptionView[];
  /** The small figures for which this person may ask that they are shown. */
  choices: { value: string; text: string }[];
};

/** What is decided on the small counts of a service, and which are shown all the same, for those who work for it; null for everybody else. */
export async function smallCountsPage(
  db: Database,
  who: Person,
  slug: string,
  today: string,
): Promise<SmallCountsPage | null> {
  const [service] = await db.select().from(services).where(eq(services.slug, slug));
  if (!service || !worksFor(who, service.id, today)) return null;
  const own = and(eq(measures.serviceId, service.id), isNull(measures.retiredOn));
  const rows = await db.select().from(measures).where(own).orderBy(asc(measures.number));
  const policies = await policiesOf(
    db,
    rows.map(({ id }) => id),
  );
  const counting = rows.flatMap((row) => {
    const policy = policies.get(row.id);
    return row.countsPeople && policy ? [{ row, policy }] : [];
  });
  const exceptions = await exceptionsIn(db, who, service, today);
  const open = exceptions.filter(({ ended }) => ended === null);
  const choices = await Promise.all(counting.map(({ row, policy }) => choicesOf(db, who, row, policy)));
  return {
    service: { slug, name: service.name },
    decides: may(who, 'decide_small_counts'),
    measures: counting.map(({ row: { number, code, title }, policy }) => ({ ...policy, number, code, title })),
    others: rows.length - counting.length,
    waiting: open.filter(({ confirmed }) => confirmed === null),
    standing: open.filter(({ confirmed }) => confirmed !== null),
    ended: exceptions.filter(({ ended }) => ended !== null),
    choices: choices.flat(),
  };
}

/** The small figures of a measure that this person may ask to be shown, the newest first. */
async function choicesOf(db: Database, who: Person, measure: MeasureRow, { policy }: MeasurePolicy) {
  if (policy?.method !== 'hide' || askRefusal(who, { measureId: measure.id })) return [];
  const small = (await figuresOf(db, measure.id)).filter((figure) =>
    isSmallAtAGlance(figure, measure, policy.threshold),
  );
  return small.map((figure) => {
    const parts = partsWords(figure, measure);
    const period = name({ frequency: measure.frequency, start: figure.start });
    return {
      value: `${measure.code} ${figure.start}`,
      text: `${measure.number}. ${period}: ${figureWords({ ...figure, missing: null }, measure)}${parts ? ` (${parts})` : ''}`,
    };
  });
}

/** Every exception of a service, the newest first. */
async function exceptionsIn(
  db: Database,
  who: Person,
  service: typeof services.$inferSelect,
  today: string,
): Promise<ExceptionView[]> {
  const [asker, confirmer, head, ender] = [
    alias(people, 'asker'),
    alias(people, 'confirmer'),
    alias(people, 'head'),
    alias(people, 'ender'),
  ];
  const rows = await db
    .select({
      exception: disclosureExceptions,
      number: measures.number,
      frequency: measures.frequency,
      asker: asker.name,
      confirmer: confirmer.name,
      head: head.name,
      ender: ender.name,
    })
    .from(disclosureExceptions)
    .innerJoin(measures, eq(measures.id, disclosureExceptions.measureId))
    .innerJoin(asker, eq(asker.id, disclosureExceptions.askedBy))
    .leftJoin(confirmer, eq(confirmer.id, disclosureExceptions.confirmedBy))
    .leftJoin(head, eq(head.id, disclosureExceptions.confirmedFor))
    .leftJoin(ender, eq(ender.id, disclosureExceptions.endedBy))
    .where(eq(measures.serviceId, service.id))
    .orderBy(desc(disclosureExceptions.id));
  return Promise.all(
    rows.map(async ({ exception, number, frequency, ...names }) => {
      const { id, measureId, askedBy, askedAt, reason, periodStart, confirmedAt, endedAt, endReason } = exception;
      const isConfirmed = confirmedAt !== null;
      const facts: ExceptionFacts = { serviceId: service.id, measureId, askedBy, isConfirmed };
      const waits = !isConfirmed && endedAt === null;
      return {
        id,
        figure: `Measure ${number}, ${name({ frequency, start: periodStart })}`,
        reason,
        askedBy: names.asker,
        isOwn: askedBy === who.id,
        askedAt,
        confirmed: confirmedAt && names.confirmer ? { by: names.confirmer, for: names.head, at: confirmedAt } : null,
        ended:
          endedAt && names.ender && endReason
            ? {
                by: names.ender,
                at: endedAt,
                reason: endReason,
                how: endingOf({ id: exception.endedBy ?? 0 }, facts),
              }
            : null,
        whyNotConfirm: confirmRefusal(who, facts, today),
        whyNotEnd: endRefusal(who, facts, today),
        eyesMissing: waits ? await headsLeft(db, service, [askedBy], today) : null,
      };
    }),
  );
}
