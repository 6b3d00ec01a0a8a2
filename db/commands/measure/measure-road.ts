import { eq } from 'drizzle-orm';
import { aboutCouncil } from '@/db/commands/road/about-council';
import { type About, change } from '@/db/commands/road/change';
import { type Acting, dayOf, type Party } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import type { MeasureRow } from '@/db/facts/reading-record';
import { measures, services } from '@/db/schema';
import { limits } from '@/lib/form/limits';
import { Refused, StepRefused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';
import type { Person } from '@/lib/people/person';
import { announcedFor, staysUntilThen } from '@/lib/release/release-moment';
import { retiredSentence } from '@/lib/series/retirement';

/** What a performance officer changes of a measure, and beside its readings. */
export type MeasureStep =
  | 'rebase'
  | 'remove_rebase'
  | 'set_screening'
  | 'enter_comparator'
  | 'remove_comparator'
  | 'change_measure'
  | 'mend_measure'
  | 'take_break_back'
  | 'take_retirement_back'
  | 'set_target'
  | 'take_target_back'
  | 'set_outturn'
  | 'set_theme'
  | 'decide_small_counts';

type Scene = { tx: Transaction; who: Person; measure: MeasureRow };

/** One change of a measure, or beside its readings, by a performance officer, with the measure and its service locked. */
export function changeMeasure<T>(
  db: Database,
  acting: Acting,
  { code, step }: { code: string; step: MeasureStep },
  work: (scene: Scene) => Promise<T>,
): Promise<T> {
  return change(db, acting, {
    command: step,
    permission: step,
    find: async (tx) => {
      const measure = await holdMeasure(tx, code);
      if (!measure) throw new StepRefused('There is no such measure.');
      return { measure, about: aboutMeasure(measure, step) };
    },
    work: async (tx, { measure }, who) => {
      await refuseWhileAnnounced(tx, measure);
      return work({ tx, who, measure });
    },
  });
}

/** What a performance officer or an administrator changes of a measure itself, at the command line too. */
export type AdministeredStep = 'retire' | 'redefine' | 'break_series' | 'name_source';

type Administered<Words> = { tx: Transaction; measure: MeasureRow; words: Words; today: string };

/**
 * One change of a measure itself, by a page or by the command line, with the measure and its service locked. `read` answers what was typed
 * as it is kept, on a day in London; it throws where that cannot be kept.
 */
export function administerMeasure<Words, T>(
  db: Database,
  party: Party,
  { code, step, read }: { code: string; step: AdministeredStep; read: (today: string) => Words },
  work: (scene: Administered<Words>) => Promise<T>,
): Promise<T> {
  return change(db, party, {
    command: step,
    permission: step,
    find: async (tx) => {
      const council = await aboutCouncil(tx, { step, code });
      const measure = await holdMeasure(tx, code);
      return { measure, about: measure ? aboutMeasure(measure, step) : council };
    },
    work: async (tx, { measure }) => {
      const today = dayOf(party);
      const words = read(today);
      if (!measure) throw new Refused(`There is no measure “${code}”.`);
      await refuseWhileAnnounced(tx, measure);
      return work({ tx, measure, words, today });
    },
  });
}

const aboutMeasure = ({ id, serviceId, number, code }: MeasureRow, step: string): About => ({
  serviceId,
  subject: 'measure',
  subjectId: id,
  details: { step, measure: number, code },
});

/** A measure, locked after its service as every publication does, so that no edition is made in between; null when there is none. */
async function holdMeasure(tx: Transaction, code: string): Promise<MeasureRow | null> {
  const [named] = await tx.select({ serviceId: measures.serviceId }).from(measures).where(eq(measures.code, code));
  if (!named) return null;
  await tx.select({ id: services.id }).from(services).where(eq(services.id, named.serviceId)).for('no key update');
  const [measure] = await tx.select().from(measures).where(eq(measures.code, code)).for('no key update');
  return measure ?? null;
}

/** An announced edition shows the measure as it is now: changed, it would not be what was announced, and would fail at its moment. */
async function refuseWhileAnnounced(tx: Transaction, { serviceId }: MeasureRow): Promise<void> {
  const waiting = await waitingRelease(tx, serviceId);
  if (!waiting) return;
  throw new StepRefused(staysUntilThen.measure(announcedFor(waiting)));
}

/** A reason as it is kept; throws the sentence that asks for it. */
export const givenReason = (typed: string, missing: string): string => givenText(typed, limits.changeReason, missing);

/** Throws where a measure is retired: nothing is judged after its last day. */
export function refuseRetired(measure: MeasureRow): void {
  if (measure.retiredOn) throw new Refused(retiredSentence(measure));
}
