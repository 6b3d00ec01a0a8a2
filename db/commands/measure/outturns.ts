import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { hasReadings } from '@/db/facts/measure-draft';
import type { MeasureRow } from '@/db/facts/reading-record';
import { keptOutturns } from '@/db/facts/year-end/kept-outturns';
import { Mistyped } from '@/lib/form/form-state';
import { Outdated, Refused } from '@/lib/form/refused';
import { changedMeanwhile, type KeptFields } from '@/lib/framework/meanwhile';
import {
  isOver,
  type KeptOutturn,
  type OutturnDraft,
  outturnDraft,
  outturnFields,
} from '@/lib/framework/outturn-entry';
import { yearsBack } from '@/lib/year-end/closable-years';
import { confirmedValue, correctionProblems } from '@/lib/year-end/confirmed';
import { changeMeasure, refuseRetired } from './measure-road';
import { writeOutturn } from './outturn-write';
import { heldAtYearEnd } from './year-end-scene';

/** `ground` is what the readings of the year were, as the page showed them; without it they were not looked at. */
type Entered = { code: string; draft: OutturnDraft; was: KeptFields; ground?: string };

/**
 * Enters the final figure of a finished year, one that may still change, or why there is none, if the outturns and the readings
 * are as the page showed them; another figure needs a reason and, where it was published, a word to the public.
 */
export function setOutturn(db: Database, acting: Acting, { code, draft, was, ground = '' }: Entered): Promise<string> {
  return changeMeasure(db, acting, { code, step: 'set_outturn' }, async ({ tx, who, measure }) => {
    refuseRetired(measure);
    const here = await keptOutturns(tx, measure);
    const meanwhile = changedMeanwhile(was, outturnFields(here, measure));
    if (meanwhile)
      throw new Outdated(
        `Somebody changed the outturns while you had the page open: ${meanwhile}. Look at them again.`,
      );
    await setOutturnInto(tx, acting, { measure, who: who.id, here, draft, ground });
    return code;
  });
}

type Setting = { measure: MeasureRow; who: number; here: KeptOutturn[]; draft: OutturnDraft; ground?: string };

/** Enters an outturn beside those that are here, inside the transaction of a change. */
export async function setOutturnInto(
  tx: Transaction,
  acting: Acting,
  { measure, who, here, draft, ground = '' }: Setting,
): Promise<void> {
  const kept = outturnDraft({ ...draft, year: String(draft.year) }, measure, here, acting.today);
  if ('problems' in kept) throw new Mistyped(kept.problems);
  const { year, standing } = kept.input;
  if (!isOver(measure, year, acting.today)) throw new Refused('This year is not over yet.');
  const isRead = ground !== '' || (await hasReadings(tx, measure.id));
  const back = yearsBack(measure, year, acting.today);
  // What was seen of an earlier year is held against it; of the latest one the readings count whether they were looked at or not.
  const isHeld = isRead && back !== null && (back === 0 || ground !== '');
  const proposal = isHeld ? await proposalFor(tx, acting, { measure, back, ground }) : null;
  const before = here.find((outturn) => outturn.year === year);
  // A file brings the figure that was published, whatever the readings give.
  const unexplained = ground === '' ? [] : correctionProblems(kept.input, proposal, before?.value ?? null, measure);
  if (unexplained.length > 0) throw new Mistyped(unexplained);
  const { value, how } = confirmedValue(kept.input, proposal, measure);
  const next = { ...kept.input, value: standing === 'none' ? null : value };
  await writeOutturn(tx, acting, { measure, who, before, next, how });
}

type Held = { measure: MeasureRow; back: number; ground: string };

/** What a year's readings propose; throws where they are not as the page showed them. */
async function proposalFor(tx: Transaction, acting: Acting, { measure: { id, title }, back, ground }: Held) {
  const [now] = await heldAtYearEnd(tx, [id], acting.today, back);
  if (!now) return null;
  if (ground !== '' && ground !== now.seen)
    throw new Outdated(
      `The figures of ${title} for ${now.proposal.name} changed while you had the page open. Look at them again.`,
    );
  return now.proposal;
}
