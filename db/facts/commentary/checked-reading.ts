import { onlyOne } from '@/db/connection/amongst';
import type { Connection } from '@/db/connection/client';
import { preparedQuestions } from '@/db/connection/together';
import { hiddenNumbersOf } from '@/db/facts/disclosure/hidden-numbers-of';
import { factsFrom, factsQuestions, type MeasureWithFacts } from '@/db/facts/measure-facts';
import { checkReading } from '@/lib/commentary/checking/check-reading';
import { readingText, type Written } from '@/lib/commentary/checking/reading-as-text';
import { isAuthors } from '@/lib/commentary/checking/weigh-findings';
import type { Finding } from '@/lib/commentary/finding';
import { hiddenNumberFindings } from '@/lib/commentary/language/hidden-number-check';
import type { HiddenNumber, ReadingText } from '@/lib/commentary/reading-text';
import { mostHiddenNumbers } from '@/lib/disclosure/hidden-numbers';
import type { MeasureFacts } from '@/lib/measure/measure';
import { targetInForce } from '@/lib/target/target-in-force';
import { addDays, endOf } from '@/lib/time/period';
import { type WordsBeside, wordQuestions, wordsBeside, wordsFrom } from './words-beside';

type Reading = { id: number | null; periodStart: string; revision: number };
type Measure = Pick<MeasureFacts, 'frequency'> & { id: number; serviceId: number };

/** A reading with all that the checks of its words know, and the kinds of warnings that its service is not shown. */
export type CheckedText = { text: ReadingText; silenced: WordsBeside['silenced'] };

type Judged = Reading & { written: Written };

/** The text of a reading that somebody may be writing, from the facts of its measure as at a day after its period. */
export async function textOf(
  db: Connection,
  record: MeasureWithFacts,
  reading: Judged,
  today: string,
): Promise<CheckedText> {
  const { text, silenced } = openText(record, await wordsBeside(db, record.serviceId), reading, today);
  return { text: { ...text, hidden: await hiddenWith(db, record, reading, today) }, silenced };
}

/**
 * The same for words that stand as they are. Their service is weighed only where they name a number that could be hidden; else
 * `hidden` is empty, and no check finds less.
 */
export const standingTextOf = async (
  db: Connection,
  record: MeasureWithFacts,
  reading: Judged,
  today: string,
): Promise<CheckedText> => standingText(db, { record, words: await wordsBeside(db, record.serviceId) }, reading, today);

/** The same from what was asked before. */
export async function standingText(
  db: Connection,
  { record, words }: Known,
  reading: Judged,
  today: string,
): Promise<CheckedText> {
  const { text, silenced } = openText(record, words, reading, today);
  const isNamed = hiddenNumberFindings({ ...text, hidden: mostHiddenNumbers(record, reading.written) }).length > 0;
  return isNamed
    ? { text: { ...text, hidden: await hiddenWith(db, record, reading, today) }, silenced }
    : { text, silenced };
}

/** The text of a reading as if nothing of it were hidden. */
function openText(
  record: MeasureWithFacts,
  { silenced, ...words }: WordsBeside,
  { periodStart: start, revision, written }: Judged,
  today: string,
): CheckedText {
  return { text: readingText(record, { start, revision, written }, { ...words, hidden: [], today }), silenced };
}

/** The numbers that are hidden of a reading with what is written in it, as it would be published on a day. */
function hiddenWith(
  db: Connection,
  record: MeasureWithFacts,
  { id, periodStart: start, revision, written }: Judged,
  today: string,
): Promise<HiddenNumber[]> {
  const target = targetInForce(record.targets, start)?.target ?? null;
  const { value, numerator, denominator } = written;
  const reading = { start, revision, value, numerator, denominator, target };
  return hiddenNumbersOf(db, { measure: record, reading }, today, countedWith(id));
}

/** A draft is weighed as if it counted already. */
const countedWith = (id: number | null) => (id === null ? 'signed' : ({ besides: [id] } as const));

/** What the checks of a reading know whatever is written in it: the facts of its measure, and the words around it. */
export type Known = { record: MeasureWithFacts; words: WordsBeside };

type KnownOf = { measureId: number; asAt: string; besides: number[]; serviceId: number };

const askKnown = preparedQuestions<KnownOf, ReturnType<typeof factsQuestions> & ReturnType<typeof wordQuestions>>(
  (db, place) => ({
    ...factsQuestions(db, onlyOne(place('measureId')), place('asAt'), { besides: place('besides') }),
    ...wordQuestions(db, place('serviceId')),
  }),
);

/** What the checks of a reading know, as at the day after its period; one statement asks for all of it. */
export async function knownOf(
  db: Connection,
  measure: Measure,
  { id, periodStart }: Pick<Reading, 'id' | 'periodStart'>,
): Promise<Known> {
  const asAt = addDays(endOf({ frequency: measure.frequency, start: periodStart }), 1);
  const counted = countedWith(id);
  const values = { measureId: measure.id, asAt, besides: id === null ? [] : [id], serviceId: measure.serviceId };
  const { others, silence, terms, ...facts } = await askKnown(db, values);
  const [record] = await factsFrom(db, facts, counted);
  if (!record) throw new Error('a measure is without facts');
  return { record, words: wordsFrom({ others, silence, terms }) };
}

/** The text of one reading with what is written in it; the number of statements does not grow with anything. */
export const readingTextOf = async (
  db: Connection,
  measure: Measure,
  reading: Judged,
  today: string,
): Promise<CheckedText> => standingText(db, await knownOf(db, measure, reading), reading, today);

/** What the author of a reading is told of its words. */
export const authorsFindings = ({ text, silenced }: CheckedText): Finding[] =>
  checkReading(text, { silenced }).filter(isAuthors);
