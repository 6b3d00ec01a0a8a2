import { eq } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { databaseClock } from '@/db/connection/clock';
import { imports } from '@/db/schema';
import { isOpen } from '@/lib/bring-in/import-words';
import { Outdated, Refused } from '@/lib/form/refused';
import { numberOf } from '@/lib/text/number-in-words';
import { endedAlready, endImport, onImport, refuseUnless } from './import-scene';

type Confirmation = {
  id: number;
  /** Whether the refused rows stay out; without it a file with refused rows is not brought in. */
  onlyGood: boolean;
  /** Whether an owner submits what she brings; a file of the council makes drafts. */
  submits?: boolean;
  /** How often the file had been read when its page was shown. */
  version?: number;
};

/** Has a file brought in as its page shows it; it is done by `applyImport`. */
export function confirmImport(
  db: Database,
  acting: Acting,
  { id, onlyGood, submits = false, version }: Confirmation,
): Promise<number> {
  return onImport(db, acting, { command: 'confirm_import', id }, async (tx, file) => {
    refuseUnless(file, ['ready']);
    if (version !== undefined && version !== file.version)
      throw new Outdated('This file was read again while you had the page open: look at what it would do now.');
    const { create = 0, change: changed = 0, refuse = 0 } = file.counts ?? {};
    if (refuse > 0 && !onlyGood)
      throw new Refused(
        `${numberOf(refuse, 'row')} cannot be brought in: mend the file and bring it again, or bring in the good rows alone.`,
      );
    if (create + changed === 0)
      throw new Refused(
        refuse > 0
          ? 'No row of this file can be brought in: mend it and bring it again.'
          : 'Everything in this file is here already: there is nothing to bring in.',
      );
    await tx
      .update(imports)
      .set({
        state: 'working',
        onlyGood,
        submits: submits && file.scope === 'own',
        sentence: null,
        tries: 0,
        done: 0,
        total: create + changed,
        beatAt: databaseClock,
      })
      .where(eq(imports.id, id));
    return id;
  });
}

/** Stops a file: nothing of it is brought in, and its bytes are gone. */
export function stopImport(db: Database, acting: Acting, { id }: { id: number }): Promise<number> {
  return onImport(db, acting, { command: 'stop_import', id }, async (tx, file, who) => {
    if (!isOpen(file.state)) throw new Refused(endedAlready(file));
    await endImport(tx, id, {
      state: 'stopped',
      at: acting.at,
      sentence: `${who.name} stopped it: nothing was brought in.`,
    });
    return id;
  });
}
