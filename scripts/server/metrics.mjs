import { createServer } from 'node:http';
import { readyAnswers } from './counts.mjs';

/** The upper ends of the steps in which durations are counted, in seconds: from a kept page to the longest statement. */
const steps = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];
/** How long the database may take to say how the record stands, in milliseconds. */
const patience = 2_000;

/**
 * Counts requests and serves what Prometheus reads, on a port of its own, which no proxy leads to by mistake. Answers `observe`,
 * a listener of the server's requests, `note` for what was answered before there was one, and `server`. Labels are a route's family,
 * a class of status, a state or a queue: nothing of a person, an address or a measure.
 * @param {{ port: number, host?: string, familyOf: (url?: string) => string }} settings
 */
export async function startMetrics({ port, host = '127.0.0.1', familyOf }) {
  const { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } = await import('prom-client');
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const labelNames = ['family', 'status'];
  const requests = new Counter({ name: 'candour_requests_total', help: 'Requests answered.', labelNames, registers });
  const durations = new Histogram({
    name: 'candour_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['family'],
    buckets: steps,
    registers,
  });
  const inWork = new Gauge({ name: 'candour_requests_in_work', help: 'Requests under way.', registers });
  new Counter({
    name: 'candour_ready_pages_total',
    help: 'Requests answered by pages that lay ready, before the framework.',
    registers,
    collect() {
      this.reset();
      this.inc(readyAnswers());
    },
  });
  const recordGauges = gaugesOfRecord(Gauge, registers);

  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return response.writeHead(404).end();
    recordGauges(await recordNow());
    const text = await registry.metrics();
    response.writeHead(200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' }).end(text);
  });
  server.listen(port, host);
  return {
    server,
    /** Counts an answer that no request of the server's own stands for. */
    note({ url, status, begun }) {
      const family = familyOf(url);
      requests.inc({ family, status: `${Math.floor(status / 100)}xx` });
      durations.observe({ family }, (performance.now() - begun) / 1000);
    },
    observe(request, response) {
      const begin = performance.now();
      const family = familyOf(request.url);
      inWork.inc();
      response.once('close', () => {
        inWork.dec();
        // An answer that its reader did not wait for has no status of ours.
        const status = response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : 'gone';
        requests.inc({ family, status });
        durations.observe({ family }, (performance.now() - begin) / 1000);
      });
    },
  };
}

/** How the record stands, as app/_server/record-gauges.ts finds it; null while the database does not say, or before the application runs. */
async function recordNow() {
  const ask = globalThis[Symbol.for('candour.record-gauges')];
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, patience, null);
  });
  const answer = await Promise.race([Promise.resolve(ask?.()).catch(() => null), late]);
  clearTimeout(timer);
  return answer ?? null;
}

/** The gauges of the record, and what sets them; while the database is away they say nothing rather than something old. */
function gaugesOfRecord(Gauge, registers) {
  const gauge = (name, help, labelNames = []) => new Gauge({ name: `candour_${name}`, help, labelNames, registers });
  const up = gauge('database_up', 'Whether the database answered within two seconds.');
  const connections = gauge('database_connections', 'Connections of this database by state.', ['state']);
  const jobs = gauge('jobs_waiting', 'Jobs that are due and have not begun.', ['queue']);
  const published = gauge('last_publication_timestamp_seconds', 'When the newest edition was published.');
  const head = gauge('chain_head_timestamp_seconds', 'When the newest event of the record was noted.');
  const away = gauge('heads_away_timestamp_seconds', 'When the heads of the record last left this machine.');
  return (record) => {
    for (const each of [connections, jobs]) each.reset();
    for (const each of [published, head, away]) each.remove();
    up.set(record ? 1 : 0);
    if (!record) return;
    for (const { state, count } of record.connections) connections.set({ state }, count);
    for (const { queue, count } of record.jobs) jobs.set({ queue }, count);
    for (const [each, at] of [
      [published, record.published],
      [head, record.head],
      [away, record.headsAway],
    ])
      if (at !== null) each.set(Date.parse(at) / 1000);
  };
}
