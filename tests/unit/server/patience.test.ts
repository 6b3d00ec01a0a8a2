import { afterEach, expect, test, vi } from 'vitest';
import { parse } from '@/app/_server/server-settings';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** A process that began with a patience in its environment. */
async function begunWith(patience: string | undefined) {
  vi.stubEnv('CANDOUR_PATIENCE', patience);
  vi.resetModules();
  return (await import('@/db/connection/pool')).readersPatience;
}

test.each([
  [undefined, 3],
  ['', 3],
  ['3', 3],
  ['20', 20],
])('with a patience of %s a reader is answered within %i seconds', async (patience, seconds) => {
  const { page, statement } = await begunWith(patience);
  // What a reader waits for a page that another one is having made comes before it.
  expect([page + 400 < seconds * 1000, statement < seconds * 1000]).toEqual([true, true]);
  expect(Math.min(page, statement)).toBeGreaterThan((seconds - 1) * 1000);
});

test.each(['2', '61', '3.5', 'ten', '-3'])('a patience of %s is refused in a sentence', (patience) => {
  expect(() => parse({ CANDOUR_PATIENCE: patience })).toThrow(
    'CANDOUR_PATIENCE must be a whole number of seconds from 3 to 60.',
  );
  expect(() => parse({ CANDOUR_PATIENCE: '60' })).not.toThrow();
});
