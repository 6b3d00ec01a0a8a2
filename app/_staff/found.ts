import { redirect, unstable_rethrow } from 'next/navigation';
import { log } from '@/app/_server/log';
import { unreachable } from '@/db/connection/unreachable';
import { presentAddress } from './origin';
import type { Trouble } from './trouble-kinds';

/**
 * Answers what a page behind the sign-in asks for. Where there is nothing, or a fault, it leads to an address of its own:
 * left to the framework, such a page would be an empty document until a script has filled it.
 */
export async function found<T>(asking: Promise<T | null | undefined>, missing: Trouble = 'not-found'): Promise<T> {
  let kind = missing;
  try {
    const answer = await asking;
    if (answer !== null && answer !== undefined) return answer;
  } catch (error) {
    unstable_rethrow(error);
    kind = unreachable(error) ? 'not-available' : 'fault';
    log[kind === 'fault' ? 'error' : 'warn']({ error }, 'a page behind the sign-in could not be made');
  }
  const at = await presentAddress();
  redirect(`/trouble/${kind}${at ? `?at=${encodeURIComponent(at)}` : ''}`);
}
