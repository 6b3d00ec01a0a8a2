import { asc, eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { targetsOf } from '@/db/facts/measure-facts';
import { measures, people, services } from '@/db/schema';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { targetRule } from '@/lib/target/target';
import { targetInForce } from '@/lib/target/target-in-force';
import { type Frequency, formatDate, frequencyWords } from '@/lib/time/period';

type ListedMeasure = {
  code: string;
  number: number;
  title: string;
  frequency: string;
  owner: string | null;
  /** 'at least 90%', or why there is none. */
  target: string;
  /** Whether an edition is held up, since there is neither a target nor a reason. */
  wantsTarget: boolean;
  retired: string | null;
};

export type MeasureList = {
  services: { slug: string; name: string; measures: ListedMeasure[] }[];
  /** The service that the list is limited to; null for all. */
  only: string | null;
};

/** All measures by service, in report order, or those of one service; null for whoever is not the performance officer. */
export async function keptMeasures(
  db: Database,
  who: Person,
  only: string | null,
  today: string,
): Promise<MeasureList | null> {
  if (!may(who, 'change_measure')) return null;
  const places = await db
    .select({ id: services.id, slug: services.slug, earlier: services.earlierSlugs, name: services.name })
    .from(services)
    .orderBy(asc(services.position), asc(services.id));
  const rows = await db
    .select({ measure: measures, owner: people.name })
    .from(measures)
    .leftJoin(people, eq(people.id, measures.ownerId))
    .orderBy(asc(measures.serviceId), asc(measures.number));
  const targets = await targetsOf(
    db,
    rows.map(({ measure }) => measure.id),
  );
  const listed = ({ measure, owner }: (typeof rows)[number]): ListedMeasure => {
    const own = targets.filter(({ measureId }) => measureId === measure.id);
    const now = targetInForce(own, today) ?? own[0] ?? null;
    const rule = now && targetRule(now.target, measure);
    return {
      code: measure.code,
      number: measure.number,
      title: measure.title,
      frequency: frequencyWords[measure.frequency as Frequency],
      owner,
      target: rule ?? (measure.whyNoTarget ? `None: ${measure.whyNoTarget}` : 'None yet'),
      wantsTarget: own.length === 0 && !measure.whyNoTarget && measure.polarity !== 'none',
      retired: measure.retiredOn && formatDate(measure.retiredOn),
    };
  };
  const chosen = places.find(({ slug, earlier }) => slug === only || (only !== null && earlier?.includes(only)));
  return {
    only: chosen?.slug ?? null,
    services: places
      .filter(({ id }) => !chosen || id === chosen.id)
      .map(({ id, slug, name }) => ({
        slug,
        name,
        measures: rows.filter(({ measure }) => measure.serviceId === id).map(listed),
      })),
  };
}
