import { loadByCannon } from './cannon.mjs';
import { hasWrk, loadByWrk } from './wrk.mjs';

/** By what everything is loaded here. */
export const loader = hasWrk ? 'wrk' : 'autocannon';

/**
 * Loads one address for some seconds over that many connections, each asking again as soon as it is answered.
 * Answers requests per second and the 50th and 99th percentile of the time to the last byte, in milliseconds.
 * Throws when an answer is missing, has another status, or is shorter than `atLeast` bytes.
 */
export const load = hasWrk ? loadByWrk : loadByCannon;
