import { vi } from 'vitest';

/**
 * Holds the clock that leases are measured by where it stands, until `vi.advanceTimersByTime`. A clock that began at nought again
 * would never come to the end of a lease that a file before, in the same process, has begun by the real one.
 */
export function holdClock(): void {
  const now = performance.now();
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.advanceTimersByTime(Math.ceil(now));
}
