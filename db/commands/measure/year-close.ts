import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { aboutCouncil } from '@/db/commands/road/about-council';
import { type About, change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import type { MeasureRow } from '@/db/facts/reading-record';
import { hasAddress } from '@/db/facts/service-words';
import type { MeasureAtYearEnd } from '@/db/facts/year-end/at-year-end';
import { events, measures, people, services } from '@/db/schema';
import { shown } from '@/lib/figure/figure';
import { Outdated, Refused, StepRefused } from '@/lib/form/refused';
import { announcedFor } from '@/lib/release/release-moment';
import { closableYear } from '@/lib/year-end/closable-years';
import type { Confirmed } from '@/lib/year-end/closing-form';
import { isCertain } from '@/lib/year-end/proposal';
import { writeOutturn } from './outturn-write';
import { heldAtYearEnd } from './year-end-scene';

/**
 * Confirms the proposed outturns of a service's measures for a year that is over, the latest unless another is named, together and
 * each as the officer saw it: all or none. Where a figure was
 * corrected meanwhile, or somebody else closed a measure, the officer is told which, and both figures.
 */
export function closeYear(
  db: Database,
  acting: Acting,
  { service: slug, confirm, year }: { service: string; confirm: Confirmed[]; year?: string },
): Promise<string> {
  return change(db, acting, {
    command: 'close_year',
    permission: 'close_year',
    find: async (tx) => {
      const council = await aboutCouncil(tx, { step: 'close_year', service: slug });
      const [service] = await tx.select().from(services).where(hasAddress(slug)).for('no key update');
      const about: About = service
        ? { serviceId: service.id, subject: 'service', subjectId: service.id, details: council.details }
        : council;
      return { service, about };
    },
    work: async (tx, { service }, who) => {
      if (!service) throw new Refused('There is no such service.');
      const closed = closableYear(acting.today, year);
      if (!closed) throw new Outdated('This year cannot be closed here any more. Look at the list again.');
      const waiting = await waitingRelease(tx, service.id);
      if (waiting)
        throw new StepRefused(
          `${announcedFor(waiting)} and shows the measures as they are now: wait for it, or cancel it first.`,
        );
      const chosen = await holdMeasures(tx, service.id, confirm);
      const ids = chosen.map(({ measure }) => measure.id);
      const now = await heldAtYearEnd(tx, ids, acting.today, closed.back);
      for (const { measure, seen } of chosen) {
        const found = now.find((each) => each.measure.id === measure.id);
        if (!found) throw new Outdated(`Measure ${measure.number} does not count any more. Look at the list again.`);
        await refuseOtherThanSeen(tx, measure, found, seen);
        const { proposal } = found;
        const next = {
          year: proposal.year,
          value: proposal.value,
          standing: 'final',
          why: '',
          source: proposal.words,
          reason: '',
          publicNote: '',
        } as const;
        await writeOutturn(tx, acting, { measure, who: who.id, before: undefined, next, how: proposal.how });
      }
      return slug;
    },
  });
}

/** The measures of the service that are to be confirmed, locked in report order; throws where one is not of the service. */
async function holdMeasures(tx: Transaction, serviceId: number, confirm: Confirmed[]) {
  const codes = confirm.map(({ code }) => code);
  const rows = await tx
    .select()
    .from(measures)
    .where(and(eq(measures.serviceId, serviceId), inArray(measures.code, codes)))
    .orderBy(asc(measures.number))
    .for('no key update');
  if (rows.length !== new Set(codes).size) throw new Refused('One of these measures is not of this service.');
  return rows.map((measure) => ({
    measure,
    seen: confirm.find(({ code }) => code === measure.code)?.seen ?? '',
  }));
}

/** Throws where a measure is closed already, or its figures are not those that the officer saw. */
async function refuseOtherThanSeen(
  tx: Transaction,
  measure: MeasureRow,
  { proposal, outturn, seen: now }: MeasureAtYearEnd,
  seen: string,
): Promise<void> {
  const { name, value } = proposal;
  const proposed = value === null ? 'no figure' : shown(value, measure);
  if (outturn) {
    const closed = outturn.value === null ? 'none' : shown(outturn.value, measure);
    const by = await closerOf(tx, measure, name);
    throw new Outdated(
      `${by ?? 'Somebody'} closed ${name} of measure ${measure.number} while you had the page open, with ${closed}; you were confirming ${proposed}. Nothing was saved: look at the list again.`,
    );
  }
  if (now !== seen)
    throw new Outdated(
      `The figures of measure ${measure.number} changed while you had the page open: they now give ${proposed} for ${name}. Nothing was saved: look at the list again.`,
    );
  if (!isCertain(proposal))
    throw new Refused(`${name} of measure ${measure.number} is not certain: decide it by itself.`);
}

async function closerOf(tx: Transaction, { id }: MeasureRow, year: string): Promise<string | null> {
  const [last] = await tx
    .select({ name: people.name })
    .from(events)
    .innerJoin(people, eq(people.id, events.actorId))
    .where(
      and(
        eq(events.subject, 'measure'),
        eq(events.subjectId, id),
        eq(events.kind, 'outturn_set'),
        sql`${events.details} ->> 'year' = ${year}`,
      ),
    )
    .orderBy(desc(events.id))
    .limit(1);
  return last?.name ?? null;
}
