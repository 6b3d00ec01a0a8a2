import autocannon from 'autocannon';
import { quantile } from '../statistics.mjs';

/** As load.mjs says, by autocannon. It looks at each answer, and is itself the limit of a fast server. */
export async function loadByCannon(url, { headers, connections, duration, status = 200, atLeast = 0 }) {
  const times = [];
  let [first, last] = [0, 0];
  let wrong = null;
  const run = autocannon({ url, headers, connections, duration, sampleInt: 50 });
  run.on('response', (_client, answered, bytes, milliseconds) => {
    last = performance.now();
    first ||= last;
    times.push(milliseconds);
    if (answered !== status) wrong ??= `status ${answered}, not ${status}`;
    else if (bytes < atLeast) wrong ??= `${bytes} bytes, not ${atLeast}`;
  });
  const { errors, timeouts } = await run;
  if (errors + timeouts > 0) wrong ??= `${errors} errors and ${timeouts} timeouts`;
  if (wrong || times.length < 2) throw new Error(`${url} under load: ${wrong ?? 'no answers'}.`);
  times.sort((a, b) => a - b);
  return {
    // From the first answer to the last: what connecting and stopping cost is nobody's page.
    rate: ((times.length - 1) / (last - first)) * 1000,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}
