import { eq } from 'drizzle-orm';
import { type By, managing } from '@/db/commands/people/people';
import type { Database } from '@/db/connection/client';
import { record } from '@/db/events/record';
import { measures } from '@/db/schema';
import { limits } from '@/lib/form/limits';
import { Refused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';
import { holdMeasure, refuseWhileAnnounced } from './measure-change';

/** Names where the figures of a measure come from, and the role that answers for them; the public reads both with the next edition. */
export function nameSource(
  db: Database,
  by: By,
  typed: { code: string; source: string; ownerRole: string },
): Promise<string> {
  return managing(
    db,
    by,
    async (tx) => {
      const source = givenText(typed.source, limits.source, 'Say where the figures come from.');
      const ownerRole = givenText(typed.ownerRole, limits.ownerRole, 'Say which role answers for them.');
      const measure = await holdMeasure(tx, typed.code);
      if (!measure) throw new Refused(`There is no measure “${typed.code}”.`);
      await refuseWhileAnnounced(tx, measure);
      await tx.update(measures).set({ source, ownerRole }).where(eq(measures.id, measure.id));
      await record(tx, {
        ...{ at: by.at, actorId: by.who, serviceId: measure.serviceId, kind: 'source_named' },
        ...{ subject: 'measure', subjectId: measure.id },
        details: { measure: measure.number, code: measure.code, source, ownerRole },
      });
      return `${measure.title} (${measure.code}): ${source}; ${ownerRole} answers for it.`;
    },
    'name sources',
  );
}
