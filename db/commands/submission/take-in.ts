import { submitInto } from '@/db/commands/reading/reading-steps';
import { beginReadings } from '@/db/commands/reading/reading-versions';
import { askAround, rewrite } from '@/db/commands/reading/rewrite';
import type { Acting, Doer } from '@/db/commands/road/who-and-when';
import type { Transaction } from '@/db/connection/client';
import { authorsFindings, knownOf, standingText } from '@/db/facts/commentary/checked-reading';
import { contentOf, lockReading, type MeasurePlace, type MeasureRow, type ReadingRow } from '@/db/facts/reading-record';
import { systemIdOfVersion } from '@/db/facts/systems/sent-by-system';
import { usualIn } from '@/db/facts/usual-figures';
import { Mistyped, type Problem } from '@/lib/form/form-state';
import { Outdated } from '@/lib/form/refused';
import { units } from '@/lib/measure/measure';
import type { Person } from '@/lib/people/person';
import { type Content, keptContent } from '@/lib/reading/content';
import { contentOf as contentOfTyped, lacksOf } from '@/lib/reading/content-entry';
import { canonical } from '@/lib/record/canonical';
import { outsidePeriods } from '@/lib/series/outside-periods';
import {
  isComplete,
  nextStep,
  ownersNow,
  type Received,
  type SentFinding,
  sentFindings,
} from '@/lib/submission/answers-to-systems';
import { type SentReading, sentField, typedOfSent } from '@/lib/submission/sent-reading';
import { name } from '@/lib/time/period';

type Arrival = { tx: Transaction; acting: Acting; who: Person; place: MeasurePlace; reading: ReadingRow | null };

/** Writes a reading that a system sends and may write, and submits it where it is complete; throws where it cannot be kept. */
export async function takeIn({ tx, acting, who, place, reading }: Arrival, sent: SentReading): Promise<Received> {
  const { measure } = place;
  const { today } = acting;
  await refuseOwners(tx, who, reading);
  const content = contentSent(sent, measure);
  const doer: Acting & Doer = { ...acting, who: who.id, ...(who.system && { besides: who.system.madeBy }) };
  const written = await write(tx, doer, place, { reading, content, periodStart: sent.period_start });
  const draft = await lockReading(tx, written.readingId);
  if (!draft) throw new Error('a reading was not written');
  const findings = await findingsOf(tx, measure, draft, content, today);
  const submits = sent.submit && isComplete(findings);
  if (submits) await submitInto({ tx, who, place, reading: draft, content: await contentOf(tx, draft) }, doer);
  const state = submits ? 'submitted' : 'draft';
  return {
    measure: measure.code,
    period_start: draft.periodStart,
    period: name({ frequency: measure.frequency, start: draft.periodStart }),
    begun: reading === null,
    state,
    version: draft.version,
    findings,
    next: nextStep(state, findings),
  };
}

/** Throws where a reading is the owner's by now: returned, a correction, or with what somebody else wrote. */
async function refuseOwners(tx: Transaction, { system }: Person, reading: ReadingRow | null): Promise<void> {
  if (!reading) return;
  if (reading.state === 'returned') throw new Outdated(ownersNow.returned);
  if (reading.revision > 0) throw new Outdated(ownersNow.correction);
  const [last] = await tx.execute<{ id: string | null }>(systemIdOfVersion(reading.id, reading.version));
  if (Number(last?.id ?? 0) !== system?.id) throw new Outdated(ownersNow.written);
}

/** What was sent as the content of a reading, by the rules of the form; throws every problem at the field that was sent. */
function contentSent(sent: SentReading, measure: MeasureRow): Content {
  const outside = outsidePeriods(measure, sent.period_start);
  if (outside) throw new Mistyped([{ field: 'period_start', sentence: outside }]);
  if (sent.unit && sent.unit !== measure.unit)
    throw new Mistyped([{ field: 'unit', sentence: otherUnit(measure.unit) }]);
  const typed = contentOfTyped(typedOfSent(sent), measure);
  if (typed.problems.length > 0) throw new Mistyped(typed.problems.map(atSentField));
  const kept = keptContent(typed.content, measure);
  if ('problem' in kept) throw new Mistyped([{ field: null, sentence: kept.problem }]);
  return kept.content;
}

const otherUnit = (unit: MeasureRow['unit']): string =>
  `This measure is counted in ${unit} (${units[unit].column}): send its figure in that unit.`;

const atSentField = ({ field, sentence }: Problem): Problem => ({ field: sentField(field), sentence });

type Writing = { reading: ReadingRow | null; content: Content; periodStart: string };

/** Begins the reading, or puts what was sent in the place of what the same system sent before; the same changes nothing. */
async function write(
  tx: Transaction,
  doer: Doer,
  place: MeasurePlace,
  { reading, content, periodStart }: Writing,
): Promise<{ readingId: number }> {
  const { measure } = place;
  if (reading) {
    const before = await contentOf(tx, reading);
    if (canonical(before) === canonical(content)) return { readingId: reading.id };
    const around = await askAround(tx, reading);
    return rewrite(tx, doer, place, { reading, before, after: content, around });
  }
  const [begun] = await beginReadings(tx, doer, [{ measure, periodStart, content }]);
  if (!begun) throw new Error('a reading was not written');
  return begun;
}

/** What a reading that was sent lacks before it can be submitted, and what the checks find in its words. */
async function findingsOf(
  tx: Transaction,
  measure: MeasureRow,
  reading: ReadingRow,
  content: Content,
  today: string,
): Promise<SentFinding[]> {
  const known = await knownOf(tx, measure, reading);
  const usual = usualIn(known.record, reading.periodStart);
  const lacks = lacksOf(content, { measure, usual, correction: false, today });
  const found = authorsFindings(await standingText(tx, known, { ...reading, written: content }, today));
  return sentFindings(lacks, found, content.kept ?? []);
}
