import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyRecord } from '@/db/queries/verify/verify';
import { ring } from '../../support/record/races';
import { commands, outcomes, walk } from '../../support/reference/model-run';
import { freshDatabase } from '../../support/server/fresh-database';

const walks = Number(process.env.CANDOUR_STORM_WALKS ?? 30);
/** Walks in one council: publishing looks at every month that an earlier walk left, so that many in one go slower and slower. */
const most = 25;
const councils = Array.from({ length: Math.ceil(walks / most) }, (_, n) => Math.min(most, walks - n * most));

test(`${walks} random walks agree with the reference model at every step, and leave a whole record`, async () => {
  const left = [...councils];
  let walked = 0;
  const work = async () => {
    for (let size = left.pop(); size !== undefined; size = left.pop()) {
      const { db, end } = await freshDatabase();
      const council = await ring(db);
      await fc.assert(
        fc.asyncProperty(commands, (steps) => walk(council, steps)),
        { numRuns: size },
      );
      expect((await verifyRecord(db)).tampered).toBeNull();
      await end();
      walked += size;
      if (walked % 500 === 0) console.log(`${walked} walks`);
    }
  };
  // Eight councils at once, so that their transactions meet in one server.
  await Promise.all(Array.from({ length: Math.min(8, councils.length) }, work));
  const taken = [...outcomes.values()].reduce((sum, times) => sum + times, 0);
  console.log(`${walks} walks of ${taken} steps: ${JSON.stringify(Object.fromEntries([...outcomes].sort()))}`);
  if (walks < 300) return;
  // Over so many walks, every step was taken and every step was refused.
  for (const step of ['save', 'submit', 'withdraw', 'approve', 'return', 'accept', 'correct', 'publish'])
    for (const end of ['done', 'refused']) expect(outcomes.get(`${step} ${end}`), `${step} ${end}`).toBeGreaterThan(10);
}, 14_400_000);
