import { expect, test } from '../../support/browser/browser-test';
import { rawRequest } from '../../support/requests/raw-request';

test('what nobody serves and what is too long is told so, and the server goes on', async ({ baseURL }) => {
  const address = baseURL as string;
  for (const path of ['/', '/sign-in', '/nowhere', '/assets/candour.css']) {
    expect((await rawRequest(address, { path, method: 'TRACE', headers: {} })).status, path).toBe(405);
  }
  const body = 'a'.repeat(1_200_000);
  const own = { Origin: address, 'Content-Type': 'application/x-www-form-urlencoded' };
  for (const headers of [
    { ...own, 'Transfer-Encoding': 'chunked' },
    { ...own, 'Content-Length': `${body.length}` },
  ]) {
    const answer = await rawRequest(address, { path: '/sign-in', method: 'POST', headers, body });
    expect([answer.status, answer.body.includes('nothing was changed')]).toEqual([413, true]);
  }
  const foreign = { ...own, Origin: 'https://evil.example' };
  const refused = await rawRequest(address, { path: '/sign-in', method: 'POST', headers: foreign, body: 'who=hana' });
  expect([refused.status, refused.body.includes('did not arrive as our page made it')]).toEqual([403, true]);
  expect((await rawRequest(address, { path: '/sign-in', headers: {} })).status).toBe(200);
});
