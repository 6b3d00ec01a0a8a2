import { and, eq } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/acting';
import { type About, change, type Scene } from '@/db/commands/road/change';
import { noSuchReading, type ReadingScene } from '@/db/commands/road/step';
import type { Database, Transaction } from '@/db/connection/client';
import { judgedColumns } from '@/db/facts/judged-columns';
import {
  contentOf,
  type MeasurePlace,
  type MeasureRow,
  measurePlace,
  type ReadingRow,
  readingDetails,
  replaceActions,
} from '@/db/facts/reading-record';
import { suggestersOf } from '@/db/facts/suggestions';
import { readings } from '@/db/schema';
import { Outdated, Refused, StepRefused } from '@/lib/form/refused';
import { type Content, keptContent } from '@/lib/reading/content';
import { contentDifferences } from '@/lib/reading/content-difference';
import { canonical } from '@/lib/record/canonical';
import { outsidePeriods } from '@/lib/series/outside-periods';
import { isDay } from '@/lib/time/instant';
import { isStart } from '@/lib/time/period';
import { refuseUnknownActions } from './completed-actions';
import { openReading } from './open-reading';
import { beginReadings, type Changed, writeVersion } from './reading-versions';
import { forgetUnsaved } from './unsaved-typing';

export type { Changed } from './reading-versions';

/** The columns of a reading that nobody has approved. */
export const unsigned = {
  approvedBy: null,
  approvedAt: null,
  approvedFor: null,
  approvedHash: null,
  ...judgedColumns(null),
};

type Save = {
  code: string;
  periodStart: string;
  version: number | null;
  content: Content;
  /** For the demonstration: whether a reading that is begun is marked as invented. No form asks for it. */
  illustrative?: boolean;
};

/** Saves what a reading says; `version` is the one seen, null when nothing was written yet. The same content changes nothing. */
export function saveReading(
  db: Database,
  acting: Acting,
  { code, periodStart, version, content, illustrative = false }: Save,
): Promise<Changed> {
  return change(db, acting, {
    command: 'save',
    permission: 'save',
    find: (tx) => findSaved(tx, { code, periodStart, version, content }),
    work: async (tx, { place, reading, before, same }, who) => {
      const { measure } = place;
      await forgetUnsaved(tx, { personId: who.id, measureId: measure.id, periodStart });
      if (reading && same) return { readingId: reading.id, version: reading.version };
      const outside = outsidePeriods(measure, periodStart);
      if (outside) throw new Refused(outside);
      const parsed = keptContent(content, measure);
      if ('problem' in parsed) throw new Refused(parsed.problem);
      const after = parsed.content;
      await refuseUnknownActions(tx, measure.id, periodStart, after.completed);
      if (reading && before) return rewrite(tx, acting, place, { reading, before, after });
      if (version !== null) throw new Outdated('This reading is not there any more: open it again.');
      const [begun] = await beginReadings(tx, acting, [{ measure, periodStart, content: after, illustrative }]);
      if (!begun) throw new Error('a reading was not written');
      return begun;
    },
  });
}

type SaveScene = Scene & ReadingScene & { before: Content | null; same: boolean };

/** The reading that a save is about, locked, with what it says; the same content counts as seen, whatever version was. */
async function findSaved(tx: Transaction, { code, periodStart, version, content }: Save): Promise<SaveScene> {
  const place = await measurePlace(tx, { code });
  if (!place) throw new StepRefused(noSuchReading);
  const { measure } = place;
  const { serviceId } = measure;
  if (!isDay(periodStart) || !isStart(periodStart, measure)) {
    const about: About = { serviceId, subject: 'measure', subjectId: measure.id, details: { step: 'save', code } };
    return { about, place, reading: null, periodStart: null, seenVersion: version, before: null, same: false };
  }
  const reading = await openReading(tx, measure.id, periodStart);
  const details = {
    step: 'save',
    ...readingDetails(measure, { periodStart, revision: reading?.revision ?? 0, version }),
  };
  const about: About = reading
    ? { serviceId, subject: 'reading', subjectId: reading.id, details }
    : { serviceId, subject: 'measure', subjectId: measure.id, details };
  const before = reading && (await contentOf(tx, reading));
  const same = before !== null && canonical(before) === sameText(content, measure);
  return { about, place, reading, periodStart, seenVersion: reading && same ? reading.version : version, before, same };
}

const sameText = (content: Content, measure: MeasureRow): string | null => {
  const parsed = keptContent(content, measure);
  return 'content' in parsed ? canonical(parsed.content) : null;
};

type Rewriting = { reading: ReadingRow; before: Content; after: Content };
type More = { suggested?: null /** Whose suggestion was accepted with one press. */; accepted?: number | null };

/**
 * Puts another content in the place of a reading's own, in the same state; whatever had signed the old one is void. Whose
 * suggested wording it takes over becomes one of its authors, and stays one.
 */
export async function rewrite(
  tx: Transaction,
  acting: Acting,
  { measure }: MeasurePlace,
  { reading, before, after }: Rewriting,
  { accepted, ...columns }: More = {},
): Promise<Changed> {
  const { actions, ...words } = after;
  const taken = await suggestersOf(tx, reading, after);
  const suggestedBy = [...new Set([...(accepted ? [accepted] : []), ...taken.map(({ id }) => id)])];
  const authors = [...new Set([...reading.authors, acting.who, ...suggestedBy])];
  const [row] = await tx
    .update(readings)
    .set({ ...words, kept: words.kept ?? [], ...unsigned, ...columns, authors, version: reading.version + 1 })
    .where(and(eq(readings.id, reading.id), eq(readings.version, reading.version), eq(readings.state, reading.state)))
    .returning();
  if (!row) throw new Error('a locked reading changed');
  if (canonical(before.actions) !== canonical(actions)) await replaceActions(tx, row.id, actions);
  const changed = contentDifferences(before, after, measure).map(({ what }) => what);
  return writeVersion(tx, acting, measure, row, after, {
    changed,
    ...(accepted && { accepted: true }),
    ...(suggestedBy.length > 0 && { suggestedBy, inWordsOf: taken.map(({ name }) => name) }),
  });
}
