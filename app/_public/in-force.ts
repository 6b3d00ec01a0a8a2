import { lease } from '@/app/_server/lease';
import { publicDatabase } from '@/db/connection/pool';
import { editionInForce, type InForce } from '@/db/queries/published/in-force';
import { endOfLondonDay } from '@/lib/time/instant';

const capacity = 200;

type Leased = { until: number; answer: Promise<InForce | null> };
const leased = new Map<string, Leased>();

/** The edition of a service in force at the end of a London day, or null; as the record had it at most a lease ago. */
export function inForceOn(slug: string, day: string): Promise<InForce | null> {
  const name = `${slug} ${day}`;
  const held = leased.get(name);
  if (held && performance.now() < held.until) return held.answer;
  if (leased.size >= capacity) leased.clear();
  const until = performance.now() + lease;
  const answer = editionInForce(publicDatabase(), slug, endOfLondonDay(day));
  leased.set(name, { until, answer });
  answer.catch(() => leased.delete(name));
  return answer;
}
