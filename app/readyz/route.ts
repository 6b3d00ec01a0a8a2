import { forOneReader } from '@/app/_server/cache-and-policy-headers';
import { readiness } from '@/app/_server/health';
import { log } from '@/app/_server/log';

export const dynamic = 'force-dynamic';

/** For whatever watches the server: whether it can serve now, how it stands to its database, and what to see to. */
export async function GET(): Promise<Response> {
  const headers = { 'Cache-Control': forOneReader };
  const { ready, ...health } = await readiness().catch((error) => {
    log.warn({ error }, 'not ready');
    return { ready: false, database: 'away' };
  });
  if (ready) return Response.json({ ready, ...health }, { headers });
  return Response.json({ ready, ...health }, { status: 503, headers: { ...headers, 'Retry-After': '5' } });
}
