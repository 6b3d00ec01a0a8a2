import { and, eq } from 'drizzle-orm';
import { authorsOf, type Doer } from '@/db/commands/road/who-and-when';
import type { Connection, Transaction } from '@/db/connection/client';
import { type Answers, type Given, together } from '@/db/connection/together';
import { judgedColumns } from '@/db/facts/judged-columns';
import { groundQuestions, groundsFrom } from '@/db/facts/reading-ground';
import { type MeasurePlace, type ReadingRow, replaceActions } from '@/db/facts/reading-record';
import { suggestersIn, suggestionRows } from '@/db/facts/suggestions';
import type { UnsavedPlace } from '@/db/facts/unsaved-place';
import { readings } from '@/db/schema';
import type { Content } from '@/lib/reading/content';
import { contentDifferences } from '@/lib/reading/content-difference';
import { canonical } from '@/lib/record/canonical';
import { type Changed, writeVersion } from './reading-versions';
import { forgetting } from './unsaved-typing';

/** The columns of a reading that nobody has approved. */
export const unsigned = {
  approvedBy: null,
  approvedAt: null,
  approvedFor: null,
  approvedHash: null,
  ...judgedColumns(null),
};

/** What is asked before a reading is written: what it is judged by, and the wordings that were suggested for it. */
export const aroundWriting = (
  db: Connection,
  { measureIds, ...place }: { measureIds: Given<number[]>; measureId: Given<number>; periodStart: Given<string> },
) => ({
  ...groundQuestions(db, measureIds),
  suggestions: suggestionRows(db, place),
});

/** The same of a reading that is written by itself. */
export const askAround = (tx: Transaction, { measureId, periodStart }: ReadingRow) =>
  together(tx, aroundWriting(tx, { measureIds: [measureId], measureId, periodStart }));

type Rewriting = {
  reading: ReadingRow;
  before: Content;
  after: Content;
  around: Answers<ReturnType<typeof aroundWriting>>;
};
type More = {
  suggested?: null;
  /** Whose suggestion was accepted with one press. */
  accepted?: number | null;
  /** Whose typing is in the reading by now. */
  forgets?: UnsavedPlace;
};

/**
 * Puts another content in the place of a reading's own, in the same state; whatever had signed the old one is void. Whose
 * suggested wording it takes over becomes one of its authors, and stays one.
 */
export async function rewrite(
  tx: Transaction,
  doer: Doer,
  { measure }: MeasurePlace,
  { reading, before, after, around }: Rewriting,
  { accepted, forgets, ...columns }: More = {},
): Promise<Changed> {
  const { actions, ...words } = after;
  const taken = suggestersIn(around.suggestions, after);
  const suggestedBy = [...new Set([...(accepted ? [accepted] : []), ...taken.map(({ id }) => id)])];
  const authors = [...new Set([...reading.authors, ...authorsOf(doer), ...suggestedBy])];
  const writing = forgets ? tx.with(forgetting(tx, forgets)) : tx;
  const [row] = await writing
    .update(readings)
    .set({ ...words, kept: words.kept ?? [], ...unsigned, ...columns, authors, version: reading.version + 1 })
    .where(and(eq(readings.id, reading.id), eq(readings.version, reading.version), eq(readings.state, reading.state)))
    .returning();
  if (!row) throw new Error('a locked reading changed');
  if (canonical(before.actions) !== canonical(actions)) await replaceActions(tx, row.id, actions);
  const changed = contentDifferences(before, after, measure).map(({ what }) => what);
  const ground = groundsFrom(around)(measure, row);
  return writeVersion(tx, doer, { measure, reading: row, content: after, ground }, 'reading_saved', {
    changed,
    ...(accepted && { accepted: true }),
    ...(suggestedBy.length > 0 && { suggestedBy, inWordsOf: taken.map(({ name }) => name) }),
  });
}
