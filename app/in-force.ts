import { setTimeout as wait } from 'node:timers/promises';
import { publicDatabase } from '@/db/pool';
import { editionInForce, type InForce } from '@/db/queries/published';
import { endOfLondonDay } from '@/lib/instant';

/**
 * How long a process may repeat what the record answered about the edition in force, in milliseconds from when it was
 * asked. Whoever publishes waits as long before saying so, so that no request after that word can meet the edition before.
 */
const lease = 50;
/** What a process that was asked just before may still take to begin its answer. */
const margin = 10;
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

/** Resolves when every process shows what was committed before this call; a publication is called done only then. */
export async function shownEverywhere(): Promise<void> {
  await wait(lease + margin);
}
