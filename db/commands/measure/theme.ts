import { eq } from 'drizzle-orm';
import type { Acting, Doer } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import type { MeasureRow } from '@/db/facts/reading-record';
import { measures } from '@/db/schema';
import { limits } from '@/lib/form/limits';
import { Outdated, Refused } from '@/lib/form/refused';
import { keptText } from '@/lib/form/typed-text';
import { changeMeasure, refuseRetired } from './measure-road';

/** Puts a measure under a theme, or under none (''), if it has the theme that its page showed. */
export function setTheme(
  db: Database,
  acting: Acting,
  { code, theme: typed, was }: { code: string; theme: string; was: string },
): Promise<string> {
  return changeMeasure(db, acting, { code, step: 'set_theme' }, async ({ tx, who, measure }) => {
    refuseRetired(measure);
    const theme = keptText(typed, limits.theme);
    const here = measure.theme ?? '';
    if (was !== here)
      throw new Outdated(
        `Somebody changed the theme while you had the page open: it is ${here ? `“${here}”` : 'none'} by now. Look at it again.`,
      );
    if (theme === here) throw new Refused('That is its theme already: nothing was changed.');
    await setThemeInto(tx, { at: acting.at, who: who.id }, measure, theme);
    return code;
  });
}

/** Puts a measure under a theme, or under none (''), inside the transaction of a change. */
export async function setThemeInto(
  tx: Transaction,
  { at, who }: Doer,
  measure: MeasureRow,
  theme: string,
): Promise<void> {
  await tx
    .update(measures)
    .set({ theme: theme || null })
    .where(eq(measures.id, measure.id));
  await record(tx, {
    at,
    actorId: who,
    serviceId: measure.serviceId,
    kind: 'theme_set',
    subject: 'measure',
    subjectId: measure.id,
    details: { measure: measure.number, code: measure.code, theme, was: measure.theme ?? '' },
  });
}
