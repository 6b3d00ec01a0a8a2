import { eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { services, silencedChecks } from '@/db/schema';
import { type WarningRule, warningRules } from '@/lib/commentary/finding';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';

export type KeptSilence = {
  slug: string;
  name: string;
  /** Every kind of warning, with why the service is not shown it; null where it is. */
  checks: { rule: WarningRule; reason: string | null }[];
};

/** Which warnings a service is shown, as a performance officer decides it; null for everybody else, or where there is no such service. */
export async function keptSilence(db: Database, who: Person, slug: string): Promise<KeptSilence | null> {
  if (!may(who, 'silence_check')) return null;
  const rows = await db
    .select({ name: services.name, rule: silencedChecks.rule, reason: silencedChecks.reason })
    .from(services)
    .leftJoin(silencedChecks, eq(silencedChecks.serviceId, services.id))
    .where(eq(services.slug, slug));
  const [service] = rows;
  if (!service) return null;
  const reasons = new Map(rows.map(({ rule, reason }) => [rule, reason]));
  return {
    slug,
    name: service.name,
    checks: warningRules.map((rule) => ({ rule, reason: reasons.get(rule) ?? null })),
  };
}
