import { and, eq } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import type { MeasureRow } from '@/db/facts/reading-record';
import { outturns } from '@/db/schema';
import { shown } from '@/lib/figure/figure';
import { Refused } from '@/lib/form/refused';
import type { KeptOutturn, OutturnDraft } from '@/lib/framework/outturn-entry';
import { nameOfYear } from '@/lib/series/measure-year';

type Next = Omit<Required<OutturnDraft>, 'value'> & { value: string | null };
type Written = { measure: MeasureRow; who: number; before: KeptOutturn | undefined; next: Next; how: string };

/** Writes an outturn in the place of the one before, if it is another one, and records it with how it was reached. */
export async function writeOutturn(tx: Transaction, acting: Acting, { measure, who, before, next, how }: Written) {
  const { year, value, standing, why, source, reason, publicNote } = next;
  const whyNone = standing === 'none' ? why : null;
  const whyProvisional = standing === 'provisional' ? why : null;
  const sameFigure = before !== undefined && before.value === value;
  if (sameFigure && (before.whyNone ?? null) === whyNone && (before.whyProvisional ?? null) === whyProvisional)
    throw new Refused('That is the outturn already: nothing was changed.');
  const isRevised = before?.shownIn && before.value !== null && value !== null && !sameFigure;
  const row = {
    value,
    whyNone,
    whyProvisional,
    source: source || null,
    ...(isRevised && { was: before.value, publicNote }),
  };
  const own = and(eq(outturns.measureId, measure.id), eq(outturns.year, year));
  if (before) await tx.update(outturns).set(row).where(own);
  else await tx.insert(outturns).values({ measureId: measure.id, year, ...row });
  const figure = (each: string | null) => (each === null ? 'none' : shown(each, measure));
  await record(tx, {
    at: acting.at,
    actorId: who,
    serviceId: measure.serviceId,
    kind: 'outturn_set',
    subject: 'measure',
    subjectId: measure.id,
    details: {
      measure: measure.number,
      code: measure.code,
      year: nameOfYear(measure, year),
      value: figure(value),
      was: before ? figure(before.value) : '',
      source,
      reason: reason || (whyNone ?? ''),
      how,
      provisional: whyProvisional ?? '',
      note: isRevised ? publicNote : '',
      // As it was stored, so that a figure that its readings no longer give is found.
      stored: value ?? '',
    },
  });
}
