import { type Acting, authorsOf, type Doer } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { groundOf } from '@/db/facts/reading-ground';
import { newestReading, replaceActions } from '@/db/facts/reading-record';
import { sha256 } from '@/db/hashing/sha256';
import { readings } from '@/db/schema';
import { limits } from '@/lib/form/limits';
import { Refused, StepRefused } from '@/lib/form/refused';
import { givenText, keptText } from '@/lib/form/typed-text';
import { actsFor } from '@/lib/people/who-acts-as-head';
import { contentText } from '@/lib/reading/content';
import { returnReasonMissing } from '@/lib/reading/workflow';
import type { JudgedStatus } from '@/lib/target/judged-status';
import { complete, refuseUnfit } from './fit-to-submit';
import { signedJudgement } from './judged-status';
import { move, onReading, type ReadingVersion, type Scene } from './on-reading';
import { type Changed, writeVersion } from './reading-versions';
import { askAround, rewrite, unsigned } from './rewrite';

const unreturned = { returnedBy: null, returnedAt: null, returnReason: null, suggested: null };

/** Hands a reading to the head of service; the person who submits it becomes one of its authors. */
export const submitReading = (db: Database, acting: Acting, readingVersion: ReadingVersion): Promise<Changed> =>
  onReading(db, acting, readingVersion, { step: 'submit' }, (scene) => submitInto(scene, acting));

/** Hands a reading, which is locked, to the head of service inside the transaction of a change; throws where it lacks something. */
export async function submitInto(scene: Scene, acting: Acting & Doer): Promise<Changed> {
  const { tx, place, reading, content } = scene;
  await complete(tx, place, reading, content, acting.today);
  const authors = [...new Set([...reading.authors, ...authorsOf(acting)])];
  const { measureId, periodStart } = reading;
  const to = { state: 'submitted', submittedBy: acting.who, submittedAt: acting.at, authors, ...unsigned } as const;
  const forgets = { personId: acting.who, measureId, periodStart };
  return move(scene, acting, { to, kind: 'reading_submitted', forgets });
}

/** Takes a submitted reading back, before it is reviewed. */
export const withdrawReading = (db: Database, acting: Acting, readingVersion: ReadingVersion): Promise<Changed> =>
  onReading(db, acting, readingVersion, { step: 'withdraw' }, (scene) =>
    move(scene, acting, { to: { state: 'draft' }, kind: 'reading_withdrawn' }),
  );

type Approval = ReadingVersion & {
  /** A colour other than the rule's, which the approval signs as well; null or absent for the rule's own. */
  judged?: JudgedStatus | null;
};

/**
 * Approves the version that was seen, signing what it says, what it was judged by and a colour that is judged instead of the
 * rule's; a deputy does so for the head, unless the head is one of its authors.
 */
export const approveReading = (
  db: Database,
  acting: Acting,
  { judged: typed = null, ...readingVersion }: Approval,
): Promise<Changed> =>
  onReading(db, acting, readingVersion, { step: 'approve' }, async (scene) => {
    const { tx, who, place, reading, content } = scene;
    const ground = await groundOf(tx, place.measure, reading);
    await refuseUnfit(tx, place, reading, content, acting.today);
    const deputised = actsFor(who, place.measure.serviceId, reading.authors, acting.today);
    const approvedFor = deputised?.headId ?? null;
    const signing = { place, content, ground, signers: [who.id, approvedFor] };
    const { judged, columns } = signedJudgement(signing, typed);
    const hash = sha256(contentText(content, ground, judged));
    const signed = { approvedBy: who.id, approvedAt: acting.at, approvedHash: hash, approvedFor, ...columns };
    const to = { state: 'approved' as const, ...signed, ...unreturned };
    const details = {
      hash,
      ground,
      // What was approved before words were checked has no such detail, and is not judged again.
      words: 'checked',
      ...(judged && { judged }),
      ...(deputised && { for: deputised.headName, forId: deputised.headId }),
    };
    return move(scene, acting, { to, kind: 'reading_approved', details });
  });

/** Returns a submitted or approved reading with a reason, and with wording that its owner may accept; an approval is void. */
export const returnReading = (
  db: Database,
  acting: Acting,
  { reason, suggested, ...readingVersion }: ReadingVersion & { reason: string; suggested: string | null },
): Promise<Changed> =>
  onReading(db, acting, readingVersion, { step: 'return' }, (scene) => {
    const why = givenText(reason, limits.returnReason, returnReasonMissing);
    const wording = keptText(suggested, limits.suggestion) || null;
    const returned = { returnedBy: acting.who, returnedAt: acting.at, returnReason: why, suggested: wording };
    const { who, place, reading } = scene;
    const deputised = actsFor(who, place.measure.serviceId, reading.authors, acting.today);
    const details = {
      reason: why,
      ...(wording && { suggested: wording }),
      ...(deputised && { for: deputised.headName }),
    };
    const to = { state: 'returned', ...unsigned, ...returned } as const;
    return move(scene, acting, { to, kind: 'reading_returned', details });
  });

/** Puts the suggested wording in the place of the comments; the person who suggested it becomes one of the authors. */
export const acceptSuggestion = (db: Database, acting: Acting, readingVersion: ReadingVersion): Promise<Changed> =>
  onReading(
    db,
    acting,
    readingVersion,
    { step: 'save', command: 'accept' },
    async ({ tx, place, reading, content: before }) => {
      if (reading.suggested === null) throw new Refused('There is no suggested wording to accept.');
      const after = { ...before, comments: reading.suggested };
      const around = await askAround(tx, reading);
      return rewrite(
        tx,
        acting,
        place,
        { reading, before, after, around },
        { suggested: null, accepted: reading.returnedBy },
      );
    },
  );

/** Begins a correction of a published reading: a further revision that walks the same road while the published one stands, invented where that is. */
export const beginCorrection = (db: Database, acting: Acting, readingVersion: ReadingVersion): Promise<Changed> =>
  onReading(db, acting, readingVersion, { step: 'correct' }, async ({ tx, place, reading, content: corrected }) => {
    const newest = await newestReading(tx, reading.measureId, reading.periodStart);
    if (newest && newest.id !== reading.id)
      throw new StepRefused('A correction of this reading has been begun already: open the reading to see it.');
    const content = { ...corrected, publicNote: null, revisionReason: null };
    const { actions, ...words } = content;
    const { measureId, periodStart, illustrative, revision, version } = reading;
    const authors = [...new Set([...reading.authors, acting.who])];
    const values = { measureId, periodStart, illustrative, authors, revision: revision + 1, version: version + 1 };
    const [row] = await tx
      .insert(readings)
      .values({ ...values, ...words })
      .returning();
    if (!row) throw new Error('a correction was not written');
    await replaceActions(tx, row.id, actions);
    const ground = await groundOf(tx, place.measure, row);
    return writeVersion(tx, acting, { measure: place.measure, reading: row, content, ground }, 'correction_begun', {
      corrects: reading.id,
      authors,
      ...(illustrative && { illustrative }),
    });
  });
