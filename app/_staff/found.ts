import { redirect, unstable_rethrow } from 'next/navigation';
import { log } from '@/app/_server/log';
import { unreachable } from '@/db/connection/unreachable';
import { presentAddress } from './origin';
import type { Trouble } from './trouble-kinds';

/**
 * What a page behind the sign-in asked for. What is not there, and what went wrong, are told at an address of their own:
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
