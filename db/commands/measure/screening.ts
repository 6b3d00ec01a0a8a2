import { eq } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { measures } from '@/db/schema';
import { Refused, StepRefused } from '@/lib/form/refused';
import { windowRefusal } from '@/lib/spc/window-refusal';
import { changeMeasure, givenReason } from './measure-road';

type Screening = { code: string; on: boolean; reason: string };

/**
 * Process control of a measure leaves large moving ranges out of their mean, or counts them all again. The reason for turning
 * screening on is what the public reads while it is on. Source: docs/rules.md, Is it a change or chance.
 */
export function setScreening(db: Database, acting: Acting, { code, on, reason: typed }: Screening): Promise<null> {
  return changeMeasure(db, acting, { code, step: 'set_screening' }, async ({ tx, who, measure }) => {
    const noChart = windowRefusal(measure.window);
    if (noChart) throw new Refused(noChart);
    const reason = givenReason(
      typed,
      on ? 'Say why unusually large moves are left out.' : 'Say why every move is counted again.',
    );
    const was = measure.screeningReason;
    if (on === (was !== null)) throw new StepRefused(`Screening is ${on ? 'on' : 'off'} for this measure already.`);
    const now = on ? reason : null;
    await tx.update(measures).set({ screeningReason: now }).where(eq(measures.id, measure.id));
    await record(tx, {
      at: acting.at,
      actorId: who.id,
      serviceId: measure.serviceId,
      kind: 'screening_set',
      subject: 'measure',
      subjectId: measure.id,
      details: { measure: measure.number, code, was: was ?? '', now: now ?? '', reason },
    });
    return null;
  });
}
