import { publicDatabase } from '@/db/pool';
import { rolesInUse } from '@/db/queries/ready';
import { log } from '../log';

export const dynamic = 'force-dynamic';

/** For whatever watches the server: whether the database answers now, and whether the server signs in there as its owner. */
export async function GET(): Promise<Response> {
  const headers = { 'Cache-Control': 'private, no-store' };
  const roles = await rolesInUse(publicDatabase()).catch((error) => {
    log.warn({ error }, 'not ready');
    return null;
  });
  if (roles) return Response.json({ ready: true, roles }, { headers });
  return Response.json({ ready: false }, { status: 503, headers: { ...headers, 'Retry-After': '5' } });
}
