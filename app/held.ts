import { createHash, randomUUID } from 'node:crypto';
import { cookie } from './browser';

/** What was typed while the record was away, which nobody but the browser that sent it gets back, and only for an hour. */
type Held = { session: string; fields: Record<string, string>; until: number };

const [hour, capacity] = [3_600_000, 100];
const held = new Map<string, Held>();
const digest = (token: string) => createHash('sha256').update(token).digest('hex');

/** Holds what a form carried in this process, as the record cannot be asked; null when nobody seems to be signed in. */
export async function hold(fields: Record<string, string>): Promise<string | null> {
  const session = await cookie('session');
  if (!session) return null;
  if (held.size >= capacity) held.delete(held.keys().next().value as string);
  const id = randomUUID();
  held.set(id, { session: digest(session), fields, until: performance.now() + hour });
  return id;
}

/** What is held under a key for this browser's session; null when there is nothing of its own. */
export async function heldTyping(id: string): Promise<Record<string, string> | null> {
  const found = held.get(id);
  const session = await cookie('session');
  if (!found || !session || found.session !== digest(session) || performance.now() > found.until) return null;
  return found.fields;
}
