import { expect, test } from 'vitest';
import { builtServer } from '../support/server/built-server';
import { renewalsUnderLoad } from '../support/server/restarts';

test('the built application is renewed 20 times at 100 requests a second: nothing is refused, reset or lost', async () => {
  const server = await builtServer();
  try {
    const env = { ...server.env, NODE_ENV: 'production' as const };
    const { answered, ...fared } = await renewalsUnderLoad(20, 'scripts/server/serve.mjs', env, '/how-to-read');
    console.log(`${answered} answered.`);
    expect(fared).toEqual({ faults: 0, refused: 0, lost: [], exit: [0, null] });
    expect(answered).toBeGreaterThan(200);
  } finally {
    await server.stop();
  }
}, 240_000);
