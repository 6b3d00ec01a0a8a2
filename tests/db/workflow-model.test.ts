import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyRecord } from '@/db/queries/verify';
import { freshDatabase } from '../support/fresh-database';
import { commands, outcomes, walk } from '../support/model-run';
import { ring } from '../support/races';

const { db } = await freshDatabase();
const council = await ring(db);
const walks = Number(process.env.CANDOUR_STORM_WALKS ?? 30);

test(`${walks} random walks agree with the reference model at every step, and leave a whole record`, async () => {
  await fc.assert(
    fc.asyncProperty(commands, (steps) => walk(council, steps)),
    { numRuns: walks },
  );
  expect((await verifyRecord(db)).tampered).toBeNull();
  if (walks < 300) return;
  // Over so many walks, every step was taken and every step was refused.
  for (const step of ['save', 'submit', 'withdraw', 'approve', 'return', 'accept', 'correct', 'publish'])
    for (const end of ['done', 'refused']) expect(outcomes.get(`${step} ${end}`), `${step} ${end}`).toBeGreaterThan(10);
}, 3_600_000);
