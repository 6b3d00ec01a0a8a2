import { eq } from 'drizzle-orm';
import { holdPlace, refuseWhileAnnounced } from '@/db/commands/disclosure/exception-scene';
import { aboutCouncil } from '@/db/commands/road/about-council';
import { type About, change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import type { MeasurePlace } from '@/db/facts/reading-record';
import { historyCorrections, people } from '@/db/schema';
import { type CorrectionFacts, confirmRefusal, endRefusal } from '@/lib/elsewhere/history-correction';
import { limits } from '@/lib/form/limits';
import { Outdated, StepRefused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';
import type { Person } from '@/lib/people/person';
import { actsFor, worksFor } from '@/lib/people/who-acts-as-head';
import { formatInstant } from '@/lib/time/instant';
import { tellCorrection } from './correct-history';

type Row = typeof historyCorrections.$inferSelect;
type Scene = { about: About; place: MeasurePlace | null; correction: Row | null };

/** Confirms a correction of a figure of history, on the word of the head of service or a deputy, never of whoever wrote it. */
export function confirmCorrection(db: Database, acting: Acting, { id }: { id: number }): Promise<string> {
  return change(db, acting, {
    command: 'confirm_correction',
    permission: 'confirm_correction',
    find: (tx) => findCorrection(tx, 'confirm_correction', id),
    work: async (tx, scene, who) => {
      const { correction, place } = await permitted(tx, scene, acting, who, confirmRefusal);
      await refuseWhileAnnounced(tx, place);
      const deputised = actsFor(who, place.service.id, [correction.laidBy], acting.today);
      await tx
        .update(historyCorrections)
        .set({ confirmedBy: who.id, confirmedAt: acting.at, confirmedFor: deputised?.headId ?? null })
        .where(eq(historyCorrections.id, id));
      const more = deputised ? { for: deputised.headName, forId: deputised.headId } : {};
      await tellCorrection(tx, acting, place, 'history_corrected', { ...figuresOf(correction), more });
      return place.service.slug;
    },
  });
}

/** Ends a correction that waits, with a reason: it is refused or taken back, and the figure stays as it is. */
export function endCorrection(
  db: Database,
  acting: Acting,
  { id, reason: typed }: { id: number; reason: string },
): Promise<string> {
  return change(db, acting, {
    command: 'end_correction',
    permission: 'end_correction',
    find: (tx) => findCorrection(tx, 'end_correction', id),
    work: async (tx, scene, who) => {
      const { correction, place } = await permitted(tx, scene, acting, who, endRefusal);
      const reason = givenText(typed, limits.discardReason, 'Say why the figure stays as it is.');
      await tx
        .update(historyCorrections)
        .set({ endedBy: who.id, endedAt: acting.at, endReason: reason })
        .where(eq(historyCorrections.id, id));
      await tellCorrection(tx, acting, place, 'history_correction_ended', {
        ...figuresOf(correction),
        more: { reason },
      });
      return place.service.slug;
    },
  });
}

const figuresOf = (row: Row) => ({
  periodStart: row.periodStart,
  was: { value: row.wasValue, numerator: row.wasNumerator, denominator: row.wasDenominator },
  now: { value: row.value, numerator: row.numerator, denominator: row.denominator },
  note: row.note,
});

/** A correction, with its service locked first, as a publication locks it. */
async function findCorrection(tx: Transaction, step: string, id: number): Promise<Scene> {
  const [known] = await tx.select().from(historyCorrections).where(eq(historyCorrections.id, id));
  if (!known) return { about: await aboutCouncil(tx, { step }), place: null, correction: null };
  const scene = await holdPlace(tx, step, { id: known.measureId }, known.periodStart);
  const [correction] = await tx.select().from(historyCorrections).where(eq(historyCorrections.id, id)).for('update');
  return { about: scene.about, place: scene.place, correction: correction ?? null };
}

type Refusal = (who: Person, correction: CorrectionFacts, today: string) => string | null;

/** The correction and its place; throws unless this person may take the step, and the correction waits. */
async function permitted(
  tx: Transaction,
  { correction, place }: Scene,
  { today }: Acting,
  who: Person,
  refusal: Refusal,
): Promise<{ correction: Row & { laidBy: number }; place: MeasurePlace }> {
  if (!correction || !place || !worksFor(who, place.service.id, today))
    throw new StepRefused('There is no such correction.');
  const why = refusal(who, { serviceId: place.service.id, laidBy: correction.laidBy }, today);
  if (why) throw new StepRefused(why);
  const by = correction.confirmedBy ?? correction.endedBy;
  const at = correction.confirmedAt ?? correction.endedAt;
  if (by === null || at === null) return { correction, place };
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, by));
  const what = correction.confirmedBy === null ? 'ended' : 'confirmed';
  throw new Outdated(`${person?.name ?? 'Somebody'} ${what} this correction at ${formatInstant(at)}.`);
}
