import { eq } from 'drizzle-orm';
import type { Acting, Doer } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { draftOf, hasReadings, isPublished } from '@/db/facts/measure-draft';
import type { MeasureRow } from '@/db/facts/reading-record';
import { measures } from '@/db/schema';
import { Mistyped } from '@/lib/form/form-state';
import { limits } from '@/lib/form/limits';
import { Outdated, Refused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';
import { changedMeanwhile, fieldChanges, type KeptFields } from '@/lib/framework/meanwhile';
import { changeProblem, type MeasureWords, measureFields, slipProblem } from '@/lib/framework/measure-differences';
import type { MeasureDraft } from '@/lib/framework/measure-entry';
import { takenPlaces } from './measure-add';
import { changeMeasure, givenReason } from './measure-road';

type Change = { code: string; draft: MeasureDraft; was: KeptFields; reason: string };

/**
 * Changes what is kept of a measure, if it is as the page showed it. Once a reading exists, what its figures were counted by
 * stays, and its words are mended or redefined.
 */
export function editMeasure(
  db: Database,
  acting: Acting,
  { code, draft, was, reason: typed }: Change,
): Promise<string> {
  return changeMeasure(db, acting, { code, step: 'change_measure' }, ({ tx, who, measure }) => {
    const reason = givenReason(typed, 'Say why it changes.');
    const meanwhile = changedMeanwhile(was, measureFields(draftOf(measure)));
    if (meanwhile)
      throw new Outdated(`Somebody changed this measure while you had the page open: ${meanwhile}. Look at it again.`);
    return editMeasureInto(tx, { at: acting.at, who: who.id }, measure, { draft, reason });
  });
}

/** Changes what is kept of a measure inside the transaction of a change, with the measure held; answers its code. */
export async function editMeasureInto(
  tx: Transaction,
  { at, who }: Doer,
  measure: MeasureRow,
  { draft, reason }: Pick<Change, 'draft' | 'reason'>,
): Promise<string> {
  const before = draftOf(measure);
  const standing = { hasReadings: await hasReadings(tx, measure.id), isPublished: await isPublished(tx, measure.code) };
  const problem = changeProblem(before, draft, standing);
  if (problem) throw new Refused(problem);
  const taken = await takenPlaces(tx, measure.serviceId, draft, measure.id);
  if (taken.length > 0) throw new Mistyped(taken);
  await tx.update(measures).set(draft).where(eq(measures.id, measure.id));
  await record(tx, {
    at,
    actorId: who,
    serviceId: measure.serviceId,
    kind: 'measure_changed',
    subject: 'measure',
    subjectId: measure.id,
    details: {
      measure: measure.number,
      code: draft.code,
      changes: fieldChanges(measureFields(before), measureFields(draft)),
      reason,
    },
  });
  return draft.code;
}

type Mend = MeasureWords & { code: string; reason: string; was: MeasureWords };

/**
 * Mends a slip in the title or the definition of a measure: a few letters, and no number. What is published stays, and no
 * approval is void, since the same thing is counted as before.
 */
export function mendMeasure(
  db: Database,
  acting: Acting,
  { code, was, reason: typed, ...words }: Mend,
): Promise<string> {
  return changeMeasure(db, acting, { code, step: 'mend_measure' }, async ({ tx, who, measure }) => {
    const reason = givenReason(typed, 'Say what the slip was.');
    if (measure.definitionVersion > 1)
      throw new Refused(
        `These words are version ${measure.definitionVersion} of the definition, and each version is kept as it was decided: give another one.`,
      );
    const meanwhile = changedMeanwhile(fieldsOf(was), fieldsOf(measure));
    if (meanwhile)
      throw new Outdated(`Somebody changed these words while you had the page open: ${meanwhile}. Look at them again.`);
    const mended = {
      title: givenText(words.title, limits.title, 'Give the measure its title.'),
      definition: givenText(words.definition, limits.definition, 'Say exactly what is counted.'),
    };
    const problem = slipProblem(measure, mended);
    if (problem) throw new Refused(problem);
    await tx.update(measures).set(mended).where(eq(measures.id, measure.id));
    await record(tx, {
      at: acting.at,
      actorId: who.id,
      serviceId: measure.serviceId,
      kind: 'measure_mended',
      subject: 'measure',
      subjectId: measure.id,
      details: { measure: measure.number, code, changes: fieldChanges(fieldsOf(measure), fieldsOf(mended)), reason },
    });
    return code;
  });
}

const fieldsOf = ({ title, definition }: MeasureWords): KeptFields => ({
  'the title': title,
  'the definition': definition,
});
