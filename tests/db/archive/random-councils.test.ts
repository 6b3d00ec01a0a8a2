import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invite } from '@/db/commands/people/invite';
import { saveReading } from '@/db/commands/reading/reading-save';
import { acceptInvitation } from '@/db/commands/sign-in/invitations';
import { connect } from '@/db/connection/client';
import { headsNow } from '@/db/queries/verify/chain-heads';
import { verifyRecord } from '@/db/queries/verify/verify';
import { openArchive } from '../../../scripts/archive/open';
import { readArchive } from '../../../scripts/archive/read';
import { writeArchive } from '../../../scripts/archive/write';
import { content, emailOf } from '../../support/council/working-council';
import { archiveCopies } from '../../support/record/archive-copies';
import { ring } from '../../support/record/races';
import { commands, walk } from '../../support/reference/model-run';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql, name } = await freshDatabase();
const { file, empty, target } = archiveCopies(sql, name);
const council = await ring(db);
const browser = { session: null, device: null, address: null };

/** Texts as people and programs leave them in a field: line ends, quotes, signs of formulas, other scripts. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.constantFrom('=1+1', 'one\ntwo', '"quoted", \\ and \u2028', 'Llandudno — £5', '\ud83d\ude8c late', '{"a":1}'),
);
const figure = fc.oneof(
  fc.constantFrom('0', '-12.5', '0.50', '1000000000000000000000', '0.00000000000000000001'),
  fc.double({ min: 0, max: 100, noNaN: true }).map((value) => value.toFixed(8)),
);
const random = fc.record({
  steps: commands,
  texts: fc.array(text, { maxLength: 4 }),
  figures: fc.array(figure, { maxLength: 4 }),
  signsUp: fc.constantFrom(null, 'Olive' as const, 'Hana' as const),
});

// Each council is the one before with more in it: what the real commands made of random steps, texts and figures.
test.each([1, 2, 3])(
  'random council %i: archive, open, archive gives the same bytes, whole, with the heads that were',
  async (seed) => {
    await fc.assert(
      fc.asyncProperty(random, async ({ steps, texts, figures, signsUp }) => {
        await walk(council, steps.slice(0, 15));
        for (const comments of texts) await write(council.next(), { comments });
        for (const value of figures) await write(council.next(), { value, comments: null });
        const heads = await headsNow(db);
        if (signsUp) {
          const { token } = await invite(db, council.as('Adam'), { email: emailOf(signsUp) });
          await acceptInvitation(db, { token, password: 'a long walk by the river', browser });
        }
        const [first, second] = [file(`${Math.random()}.tar`), file(`${Math.random()}.tar`)];
        await writeArchive(db, first);
        await empty();
        const open = connect({ database: target, max: 1 });
        try {
          await openArchive(open.db, await readArchive(first));
          await writeArchive(open.db, second);
          expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
          expect((await verifyRecord(open.db, heads)).tampered).toBeNull();
        } finally {
          await open.end();
        }
      }),
      { numRuns: 1, seed: Date.now() + seed },
    );
  },
);

/** Saves a draft with a random part; what the record does not take leaves nothing. */
async function write(round: ReturnType<typeof council.next>, part: Parameters<typeof content>[0]): Promise<void> {
  const place = { code: 'bus-01', periodStart: round.periodStart, version: null };
  try {
    await saveReading(db, round.as('Olive'), { ...place, content: content(part) });
  } catch (error) {
    if (!['Refused', 'Mistyped', 'StepRefused'].includes((error as Error).name)) throw error;
  }
}
