import { permanentRedirect, redirect, unstable_rethrow } from 'next/navigation';
import { log } from '@/app/_server/log';
import { requestId } from '@/app/_server/request-id';
import { noteInVain, unlessJammed } from '@/app/_server/waits/bounded-waits';
import { patience } from '@/app/_server/waits/staff-waits';
import { unreachable } from '@/db/connection/unreachable';
import type { Trouble } from './dead-end-pages';
import { hasWaited } from './form-trouble';
import { moved } from './moved';
import { presentAddress } from './origin';

/**
 * Answers what a page behind the sign-in asks for. Where there is nothing, or a fault, it leads to an address of its own:
 * left to the framework, such a page would be an empty document until a script has filled it.
 */
export async function found<T>(asking: Promise<T | null | undefined>, missing: Trouble = 'not-found'): Promise<T> {
  let kind = missing;
  try {
    // A form that has just waited for the record in vain does not wait for its page as well: it answers within three seconds.
    const answer = await unlessJammed(asking, (await hasWaited()) ? patience.afterwards : patience.page);
    if (answer !== null && answer !== undefined) return answer;
    const elsewhere = await moved(await presentAddress());
    if (elsewhere) permanentRedirect(elsewhere);
  } catch (error) {
    unstable_rethrow(error);
    kind = unreachable(error) ? 'not-available' : 'fault';
    if (kind === 'not-available') noteInVain(error);
    log[kind === 'fault' ? 'error' : 'warn']({ error }, 'a page behind the sign-in could not be made');
  }
  const at = await presentAddress();
  const query = new URLSearchParams(at ? { at } : {});
  const request = kind === missing ? null : requestId();
  if (request) query.set('request', request);
  redirect(query.size > 0 ? `/trouble/${kind}?${query}` : `/trouble/${kind}`);
}
