import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { deskQuestions } from '../../support/scale/desk-questions';
import { type Grown, grownWith, owed, questionPlans, scansOf } from '../../support/scale/growth';
import { publicQuestions } from '../../support/scale/public-questions';
import { settingsQuestions } from '../../support/scale/settings-questions';

const questions = { ...publicQuestions, ...deskQuestions, ...settingsQuestions };
const size = { services: 12, measures: 24, editionsAYear: 12 };
const short = await questionPlans({ ...size, years: 8 }, questions);
const long = await questionPlans({ ...size, years: 40 }, questions);

test('every question of db/queries is among those whose plans are looked at', () => {
  const asked = new Set(Object.keys(questions).map((name) => name.split(' ')[0]));
  const files = readdirSync('db/queries', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('verify'),
  );
  const exported = files.flatMap((file) =>
    [...readFileSync(path.join('db/queries', file), 'utf8').matchAll(exportedQuestion)].map((match) => match[1]),
  );
  expect(exported.filter((name) => name && !asked.has(name) && !partOfOthers.has(name))).toEqual([]);
});

test('with five times the history no question reads more pages of tables and indexes, but for those that are owed', () => {
  const grown: Grown[] = grownWith(short, long);
  expect(grown.filter(({ question }) => !owed.has(question))).toEqual([]);
});

test('no question reads a table that grows with history from end to end, but for those that are owed', () => {
  expect(scansOf(long).filter(({ question }) => !owed.has(question))).toEqual([]);
});

test('a statement that has come often, which the database plans for any values, reads no more than one that comes first', () => {
  const worse = [...long].flatMap(([question, plans]) =>
    plans
      .filter(({ buffers, forAny }) => forAny.buffers > 2 * buffers + fewPages)
      .map(({ text, buffers, forAny }) => ({
        question,
        text: text.slice(0, 200),
        pages: `${buffers} → ${forAny.buffers}`,
      })),
  );
  expect(worse).toEqual([]);
});

/** So many pages are a millisecond at most. */
const fewPages = 300;

/** An exported function whose first parameter is a connection. */
const exportedQuestion =
  /^export (?:async )?(?:function|const) (\w+)\s*(?:=\s*(?:async\s*)?)?\(\s*db: (?:Database|Connection)/gm;

/** What only makes a part of another question, and what asks pg-boss's own tables, which a template has not. */
const partOfOthers = new Set([
  'importFacts',
  'measuresFor',
  'decidedOut',
  'readingsOut',
  'historyOut',
  'historyPart',
  'eventsOfMeasure',
  'linesOf',
  'eventsOfReadings',
  'savedChanges',
  'previousPeriod',
  'changesOf',
  'listedWhere',
  'headsKept',
  'serviceAt',
  'recordGauges',
]);
