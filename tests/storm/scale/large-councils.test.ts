import { expect, test } from 'vitest';
import { deskQuestions } from '../../support/scale/desk-questions';
import {
  grownWith,
  mostGrowth,
  owedOfLargeServices,
  plansHere,
  questionPlans,
  scansOf,
} from '../../support/scale/growth';
import { largeCouncil } from '../../support/scale/large-council';
import { manyCouncils } from '../../support/scale/many-councils';
import { publicQuestions } from '../../support/scale/public-questions';
import { settingsQuestions } from '../../support/scale/settings-questions';
import { freshDatabase } from '../../support/server/fresh-database';

const measures = Number(process.env.CANDOUR_STORM_MEASURES ?? 1_500);
const readings = Number(process.env.CANDOUR_STORM_READINGS ?? 25_000_000);
const questions = { ...publicQuestions, ...deskQuestions, ...settingsQuestions };
const hours = 4 * 3_600_000;

test(
  `${measures} measures: of fifty years no question reads more than of five, but for those that are owed`,
  async () => {
    const size = { services: Math.max(2, Math.round(measures / 28)), measures, editionsAYear: 12 };
    const short = await questionPlans({ ...size, years: 5 }, questions);
    const long = await questionPlans({ ...size, years: 50 }, questions);
    const grown = grownWith(short, long);
    console.log(JSON.stringify(grown));
    const most = mostGrowth(size);
    const unexpected = grown.filter(
      ({ question, more }) => !owedOfLargeServices.has(question) && more > (most.get(question) ?? 0),
    );
    expect(unexpected).toEqual([]);
    expect(scansOf(long).filter(({ question }) => !owedOfLargeServices.has(question))).toEqual([]);
  },
  hours,
);

test(
  `${readings} readings of other councils cost no question of the public more than three pages a council`,
  async () => {
    const { db, sql, name } = await freshDatabase({ max: 1 });
    await largeCouncil(db, sql, { services: 12, measures: 24, editionsAYear: 2, years: 5 });
    const alone = await plansHere({ db, sql, name }, publicQuestions);
    const begun = performance.now();
    const { readings: count, councils } = await manyCouncils(sql, readings);
    console.log(
      `${count} readings, of ${councils} councils, after ${Math.round((performance.now() - begun) / 1_000)} s`,
    );
    const among = await plansHere({ db, sql, name }, publicQuestions);
    const grown = grownWith(alone, among);
    console.log(JSON.stringify(grown));
    // The front page asks each service for its edition, and the other councils are services here.
    // Indexes of so many are deeper by a page or two.
    expect(grown.filter(({ more }) => more > 3 * councils + 8)).toEqual([]);
    expect(scansOf(among)).toEqual([]);
  },
  hours,
);
