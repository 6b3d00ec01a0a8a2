import { subscribe } from 'node:diagnostics_channel';
import { callerOf } from '@/lib/network/caller-address';
import { settings } from './server-settings';

const key = Symbol.for('candour.peer-header');
const shared = globalThis as { [key]?: string };

type Started = { request: { headers: Record<string, string> }; socket: { remoteAddress?: string } };

/**
 * From now on each request tells us the far end of its connection: the framework gives a route no socket, and believes a
 * caller's own X-Forwarded-For. The header's name is made up at each start, so that nobody can send it.
 */
export function notePeers(): void {
  if (shared[key]) return;
  const name = `x-candour-peer-${crypto.randomUUID()}`;
  shared[key] = name;
  subscribe('http.server.request.start', (message) => {
    const { request, socket } = message as Started;
    request.headers[name] = socket.remoteAddress ?? '';
  });
}

/** The address that a request comes from, or null where it is not known. */
export function callerAddress(sent: Headers): string | null {
  const { proxies, secure } = settings();
  const peer = shared[key] ? sent.get(shared[key]) : null;
  return callerOf({ peer, forwarded: sent.get('x-forwarded-for'), proxies, secure });
}
