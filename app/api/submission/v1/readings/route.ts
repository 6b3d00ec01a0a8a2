import { createHash } from 'node:crypto';
import { after } from 'next/server';
import { forOneReader } from '@/app/_server/cache-and-policy-headers';
import { now, today } from '@/app/_server/clock';
import { log } from '@/app/_server/log';
import { callerAddress } from '@/app/_server/peer-address';
import { settings } from '@/app/_server/server-settings';
import { refuseCrowd, unlessJammed } from '@/app/_server/waits/bounded-waits';
import { patience } from '@/app/_server/waits/staff-waits';
import { sendReading } from '@/db/commands/submission/send-reading';
import { noteSystemUse } from '@/db/commands/submission/system-use';
import { database, doorDatabase } from '@/db/connection/pool';
import { type SystemHere, systemByToken } from '@/db/queries/submission/system-by-token';
import { Allowances } from '@/lib/network/allowance-counter';
import { readSent } from '@/lib/submission/sent-reading';
import { isJsonType, keyInHeader, secretIn } from '@/lib/submission/token-header';
import { bodyWithin } from '../body';
import { refusalOf, refuse, unknownToken, wait } from '../refusals';

export const dynamic = 'force-dynamic';

/** A whole council's measures at once, and then one a second. */
const perSystem = new Allowances({ most: 120, aSecond: 1, places: 1_000 });
/** Whoever shows tokens that are none, by the address that they come from. */
const perStranger = new Allowances({ most: 20, aSecond: 0.2, places: 10_000 });

/** Takes a reading that a system sends by its token. A cookie says nothing here, and no page is asked where it came from. */
export async function POST(request: Request): Promise<Response> {
  try {
    const secret = secretIn(request.headers.get('authorization'));
    refuseCrowd();
    const system = secret ? await unlessJammed(systemByToken(doorDatabase(), secret), patience.door) : null;
    if (!system) return stranger(request);
    const { systemId } = system;
    const seconds = perSystem.take(String(systemId), performance.now());
    if (seconds > 0) return wait(seconds);
    if (system.unnoted)
      after(() =>
        noteSystemUse(doorDatabase(), systemId).catch((error: unknown) => log.warn({ error }, 'a use was not noted')),
      );
    return await receive(request, system);
  } catch (error) {
    return refusalOf(error);
  }
}

/** Whoever opens the address by itself is told what it is for. */
export const GET = (): Response =>
  refuse(405, 'Readings are sent to this address. /api/submission/v1/openapi.json says how.', {
    headers: { Allow: 'POST' },
  });
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;

function stranger(request: Request): Response {
  const seconds = perStranger.take(callerAddress(request.headers) ?? '', performance.now());
  return seconds > 0 ? wait(seconds) : unknownToken(request.headers.has('authorization'));
}

async function receive(request: Request, system: SystemHere): Promise<Response> {
  const { headers } = request;
  if (!isJsonType(headers.get('content-type')))
    return refuse(415, 'Send the reading as application/json, in UTF-8.', { headers: { Accept: 'application/json' } });
  const key = keyInHeader(headers.get('idempotency-key'));
  if (!key) return refuse(400, noKey);
  const body = await bodyWithin(request);
  if (body === null) return refuse(413, 'A reading can have 128 kB: send one at a time, and less of it.');
  const json = jsonOf(body);
  if (json === undefined) return refuse(400, 'The body is not JSON.');
  const sent = readSent(json);
  if ('problems' in sent)
    return refuse(422, sent.problems.map(({ sentence }) => sentence).join(' '), { errors: sent.problems });
  const { systemId, responsibleId } = system;
  const start = { begun: false, late: false };
  const clock = settings().today ? { at: now(), today: today() } : { at: system.at, today: system.today };
  const digest = createHash('sha256').update(JSON.stringify(sent.reading)).digest('hex');
  // While others wait in vain a reading that has not been begun is given up, and then never begins.
  const leave = () => {
    start.late = !start.begun;
    return start.late;
  };
  const acting = { who: responsibleId, systemId, ...clock, key, digest, start };
  const received = await unlessJammed(sendReading(database(), acting, sent.reading), patience.begin, leave);
  return new Response(`${JSON.stringify(received)}\n`, {
    status: received.begun ? 201 : 200,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': forOneReader,
      Location: `/readings/${received.measure}/${received.period_start}`,
    },
  });
}

const noKey =
  'Send an Idempotency-Key of 8 to 100 letters, digits, dots, colons, hyphens or underscores with each reading: sent again, it changes nothing.';

/** What JSON says; undefined for what is none. */
function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
