import { expect, test } from 'vitest';
import { restartsUnderLoad } from '../support/server/restarts';

test('20 restarts at 100 requests a second: every request that was taken is answered', async () => {
  const { lost, faults, answered, refused, taken } = await restartsUnderLoad(20);
  console.log(`${answered} answered, ${refused} asked again while nobody took them.`);
  expect({ lost, faults, taken }).toEqual({ lost: [], faults: 0, taken: answered });
});
