import type { ReadingRow } from '@/db/facts/reading-record';
import type { JudgedStatus } from '@/lib/target/judged-status';

type Columns = Pick<ReadingRow, 'judgedColour' | 'ruleColour' | 'judgedReason'>;

/** A judged status as the columns of its reading; all are null where the approval signs none. */
export const judgedColumns = (judged: JudgedStatus | null): Columns => ({
  judgedColour: judged?.colour ?? null,
  ruleColour: judged?.rule ?? null,
  judgedReason: judged?.reason ?? null,
});

/** The judged status of a reading; null where its approval signs none. */
export const judgedOf = ({ judgedColour, ruleColour, judgedReason }: Columns): JudgedStatus | null =>
  judgedColour !== null && ruleColour !== null && judgedReason !== null
    ? { colour: judgedColour, rule: ruleColour, reason: judgedReason }
    : null;
