import type { Transaction } from '@/db/connection/client';
import { authorsFindings, knownOf, readingTextOf, standingText } from '@/db/facts/commentary/checked-reading';
import type { MeasurePlace, ReadingRow } from '@/db/facts/reading-record';
import { usualIn } from '@/db/facts/usual-figures';
import { problemsOf } from '@/lib/commentary/checking/weigh-findings';
import { isBlocking } from '@/lib/commentary/finding';
import { readingValue } from '@/lib/figure/computed-value';
import { figureRefusal } from '@/lib/figure/figure-refusal';
import { unusual } from '@/lib/figure/unusual';
import { Refused } from '@/lib/form/refused';
import { type Content, isAnswered, undatedProblem } from '@/lib/reading/content';

/** Throws unless a content has everything that a submission needs. */
export async function complete(
  tx: Transaction,
  { measure }: MeasurePlace,
  reading: ReadingRow,
  content: Content,
  today: string,
) {
  if (!isAnswered(content)) throw new Refused('Give the figure, or choose a reason why there is none.');
  const refused = content.missing === null ? figureRefusal(content, measure) : null;
  if (refused) throw new Refused(refused);
  const undated = undatedProblem(content, today);
  if (undated) throw new Refused(undated);
  if (reading.revision > 0 && content.publicNote === null)
    throw new Refused('Tell the public in a sentence what was corrected and why.');
  if (reading.revision > 0 && content.revisionReason === null)
    throw new Refused('Choose what kind of correction this is.');
  const value = readingValue(content, measure);
  const known = await knownOf(tx, measure, reading);
  if (value !== null && content.unusual === null) {
    const question = unusual(value, usualIn(known.record, reading.periodStart), measure);
    if (question) throw new Refused(question);
  }
  const findings = authorsFindings(await standingText(tx, known, { ...reading, written: content }, today));
  const problems = problemsOf(findings, content.kept ?? []);
  if (problems.length > 0) throw new Refused(problems.map(({ sentence }) => sentence).join(' '));
}

/** Throws where the words of a reading cannot stand by now, whatever its author answered: before an approval signs them. */
export async function refuseUnfit(
  tx: Transaction,
  { measure }: MeasurePlace,
  reading: ReadingRow,
  content: Content,
  today: string,
) {
  const findings = authorsFindings(await readingTextOf(tx, measure, { ...reading, written: content }, today));
  const blockers = findings.filter(isBlocking);
  if (blockers.length > 0)
    throw new Refused(
      `Return it to its owner, since its words cannot stand: ${blockers.map(({ sentence }) => sentence).join(' ')}`,
    );
}
