import { and, asc, eq } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/acting';
import type { Database } from '@/db/connection/client';
import { record } from '@/db/events/record';
import { outturns } from '@/db/schema';
import { shown } from '@/lib/figure/figure';
import { Mistyped } from '@/lib/form/form-state';
import { Outdated, Refused } from '@/lib/form/refused';
import { changedMeanwhile, type KeptFields } from '@/lib/framework/meanwhile';
import { isOver, type OutturnDraft, outturnDraft, outturnFields, outturnYear } from '@/lib/framework/outturn-entry';
import { changeMeasure } from './measure-change';
import { refuseRetired } from './targets';

type Entered = { code: string; draft: OutturnDraft; was: KeptFields };

/** Enters the final figure of a finished year, if the outturns are as the page showed them; another one needs a reason. */
export function setOutturn(db: Database, acting: Acting, { code, draft, was }: Entered): Promise<string> {
  return changeMeasure(db, acting, { code, step: 'set_outturn' }, async ({ tx, who, measure }) => {
    refuseRetired(measure);
    const here = await tx
      .select({ year: outturns.year, value: outturns.value })
      .from(outturns)
      .where(eq(outturns.measureId, measure.id))
      .orderBy(asc(outturns.year));
    const meanwhile = changedMeanwhile(was, outturnFields(here, measure));
    if (meanwhile)
      throw new Outdated(
        `Somebody changed the outturns while you had the page open: ${meanwhile}. Look at them again.`,
      );
    const kept = outturnDraft({ ...draft, year: String(draft.year) }, measure, here, acting.today);
    if ('problems' in kept) throw new Mistyped(kept.problems);
    const { year, value, source, reason } = kept.input;
    if (!isOver(measure, year, acting.today)) throw new Refused('This year is not over yet.');
    const before = here.find((outturn) => outturn.year === year);
    if (before?.value === value) throw new Refused('That is the outturn already: nothing was changed.');
    const own = and(eq(outturns.measureId, measure.id), eq(outturns.year, year));
    if (before) await tx.update(outturns).set({ value, source }).where(own);
    else await tx.insert(outturns).values({ measureId: measure.id, year, value, source });
    await record(tx, {
      at: acting.at,
      actorId: who.id,
      serviceId: measure.serviceId,
      kind: 'outturn_set',
      subject: 'measure',
      subjectId: measure.id,
      details: {
        measure: measure.number,
        code,
        year: outturnYear(measure, year),
        value: shown(value, measure),
        was: before ? shown(before.value, measure) : '',
        source,
        reason,
      },
    });
    return code;
  });
}
