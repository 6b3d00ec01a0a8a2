// Logs faults as requests meet them, with what must not stand in a log, for tests/unit/server/log.test.ts.
import { logConsole } from '../../../app/_server/console-lines';
import { log } from '../../../app/_server/log';
import { withRequestId } from '../../../scripts/server/request-id.mjs';

const query = new Error('Failed query: select 1 where email = $1\nparams: olive@westmere.gov.uk,Olive Turner', {
  cause: Object.assign(new Error('invalid input syntax for type date: "olive@westmere.gov.uk"'), { code: '22007' }),
});
const inRequest = withRequestId(async () => {
  await Promise.resolve();
  log.error({ error: query }, 'a public page failed');
  log.warn({ audit: 'form_refused', address: '/invitation/a-secret-of-olive?at=olive' }, 'refused');
  log.warn({ address: '/search?q=olive' }, 'refused');
  log.info({ password: 'olive', token: 'olive', person: { password: 'olive' } }, 'secrets');
  logConsole();
  console.error('⨯', Object.assign(query, { digest: '1234567' }));
  console.error(`⨯ ${query.message}`);
});
await inRequest({ headers: { 'x-request-id': 'k7p2m-9mxq4' } }, null);
log.info('outside of a request');
