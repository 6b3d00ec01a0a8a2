import { eq } from 'drizzle-orm';
import { tidyText } from '@/lib/content';
import { Refused } from '@/lib/refused';
import type { Database } from '../client';
import { record } from '../record';
import { measures } from '../schema';
import { holdMeasure, refuseWhileAnnounced } from './measure-change';
import { type By, managing } from './people';

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
      const [source, ownerRole] = [tidyText(typed.source), tidyText(typed.ownerRole)];
      if (!source || source.length > 500)
        throw new Refused('Say where the figures come from, in at most 500 characters.');
      if (!ownerRole || ownerRole.length > 120)
        throw new Refused('Say which role answers for them, in at most 120 characters.');
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
