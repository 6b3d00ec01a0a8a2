import { forOneReader } from '@/app/_server/cache-and-policy-headers';
import { log } from '@/app/_server/log';
import { serverTroubles } from '@/app/_server/server-trouble';
import { publicDatabase } from '@/db/connection/pool';
import { rolesInUse } from '@/db/queries/server/ready';

export const dynamic = 'force-dynamic';

/** For whatever watches the server: whether the database answers now, and whether the server signs in there as its owner, and what to see to. */
export async function GET(): Promise<Response> {
  const headers = { 'Cache-Control': forOneReader };
  const health = await watched().catch((error) => {
    log.warn({ error }, 'not ready');
    return null;
  });
  if (health?.roles) return Response.json({ ready: true, ...health }, { headers });
  return Response.json({ ready: false }, { status: 503, headers: { ...headers, 'Retry-After': '5' } });
}

async function watched() {
  const roles = await rolesInUse(publicDatabase());
  return { roles, trouble: roles ? await serverTroubles(publicDatabase()) : [] };
}
