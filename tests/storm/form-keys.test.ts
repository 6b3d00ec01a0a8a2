import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { saveReading } from '@/db/commands/reading/reading-save';
import { events, readings, readingVersions } from '@/db/schema';
import { content } from '../support/council/working-council';
import { ring } from '../support/record/races';
import { freshDatabase } from '../support/server/fresh-database';

const { db } = await freshDatabase({ max: 50 });
const council = await ring(db);

test('200 keys, each sent 50 times at once: one reading, one version, one event, one answer for each key', async () => {
  for (let n = 0; n < 200; n += 1) {
    const { as, periodStart } = council.next();
    const keyed = as('Olive', { key: `storm-of-keys-${n}` });
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        saveReading(db, keyed, {
          code: 'bus-01',
          periodStart,
          version: null,
          content: content({ comments: `Try ${i}.` }),
        }),
      ),
    );
    for (const answer of all) expect(answer).toEqual(all[0]);
    expect(await db.$count(readings, eq(readings.periodStart, periodStart))).toBe(1);
    expect(await db.$count(readingVersions, eq(readingVersions.readingId, all[0]?.readingId ?? 0))).toBe(1);
    expect(await db.$count(events)).toBe(n + 1);
  }
}, 1_800_000);
