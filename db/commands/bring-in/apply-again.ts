import type { Acting } from '@/db/commands/road/who-and-when';
import type { Transaction } from '@/db/connection/client';
import { overtaken, type RowsByWish, rowsByWish, staleWishes } from '@/lib/bring-in/plan/plan-again';
import type { PlanParty } from '@/lib/bring-in/plan/row/council-now';
import type { PlanRow } from '@/lib/bring-in/plan-row-shape';
import type { Person } from '@/lib/people/person';
import { councilNow } from './council-now';
import { type KeptWish, type Progress, planSlowly, rowsAt } from './plan-kept';

type Work = {
  tx: Transaction;
  acting: Acting;
  who: Person;
  file: Pick<PlanParty, 'scope' | 'fileName'>;
  progress: Progress;
};

/**
 * Plans once more with everything locked. A wish of which a row is not what its page showed drops out, and with it what rests on it,
 * until all that is left stands.
 */
export async function planAgain({ tx, acting, who, file, progress }: Work, good: KeptWish[]): Promise<Again> {
  const party = { who, scope: file.scope, fileName: file.fileName };
  const council = await councilNow(
    tx,
    good.map(({ wish }) => wish),
  );
  const plan = async (standing: KeptWish[]) => {
    const wishes = standing.map(({ wish }) => wish);
    return rowsByWish((await planSlowly(wishes, council, party, acting.today, () => progress(0, wishes.length))).rows);
  };
  let [standing, now] = [good, await plan(good)];
  const dropped: RowsByWish = new Map();
  for (;;) {
    const stale = staleWishes(standing, now);
    if (stale.size === 0) return { standing, now: new Map([...dropped, ...now]) };
    for (const wish of stale) dropped.set(wish, now.get(wish) ?? []);
    standing = standing.filter(({ wish }) => !stale.has(wish));
    now = await plan(standing);
  }
}

type Again = {
  /** What its page showed and still holds. */
  standing: KeptWish[];
  /** What each wish comes to now. */
  now: RowsByWish;
};

/** The rows that dropped out, each with what its page showed and what is there now. */
export async function overtakenOf(
  tx: Transaction,
  id: number,
  good: KeptWish[],
  { standing, now }: Again,
): Promise<PlanRow[]> {
  const stands = new Set(standing.map(({ wish }) => wish));
  const rows: PlanRow[] = [];
  for (const { wish, shown, positions } of good) {
    if (stands.has(wish)) continue;
    const previewed = await rowsAt(tx, id, positions);
    for (const [index, { action }] of shown.entries()) {
      const row = previewed[index];
      if (row && (action === 'create' || action === 'change')) rows.push(overtaken(row, now.get(wish)?.[index]?.row));
    }
  }
  return rows;
}
