import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { holdClock } from '../../support/held-clock';

type Jam = typeof import('@/app/_server/waits/bounded-waits');

/** The module as a process has it that has just started: it remembers nothing. */
const fresh = async (): Promise<Jam> => {
  vi.resetModules();
  return import('@/app/_server/waits/bounded-waits');
};

const away = Object.assign(new Error('the record is away'), { code: 'ECONNREFUSED' });

const outcome = (asking: Promise<unknown>) =>
  asking.then(
    () => 'answered',
    (error: { code?: string }) => error.code ?? 'failed',
  );

test('while nobody has waited in vain a question is waited for as long as it takes', async () => {
  const { unlessJammed } = await fresh();
  expect(await outcome(unlessJammed(wait(350), 100))).toBe('answered');
});

test('where others have just waited in vain it is given up in time, and a failure is handed on', async () => {
  const { noteInVain, unlessJammed } = await fresh();
  noteInVain(away);
  const began = performance.now();
  expect(await outcome(unlessJammed(wait(20_000, null, { ref: false }), 200))).toBe('ETIMEDOUT');
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(await outcome(unlessJammed(Promise.reject(new Error('no')), 200))).toBe('failed');
  expect(await outcome(unlessJammed(wait(20), 200))).toBe('answered');
});

test('a change that has begun is not given up', async () => {
  const { noteInVain, unlessJammed } = await fresh();
  noteInVain(away);
  expect(await outcome(unlessJammed(wait(500), 100, () => false))).toBe('answered');
});

test('past twenty questions that are under way no more are asked, until they have ended', async () => {
  const { noteInVain, refuseCrowd, unlessJammed } = await fresh();
  let answer = () => {};
  const open = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const asked = Array.from({ length: 20 }, () => outcome(unlessJammed(open, 100)));
  expect(refuseCrowd).not.toThrow();
  noteInVain(away);
  expect(refuseCrowd).toThrow('too many wait');
  // Those that nobody waits for any more stand in the line still.
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['ETIMEDOUT']));
  expect(refuseCrowd).toThrow('too many wait');
  answer();
  await open;
  await wait(0);
  expect(refuseCrowd).not.toThrow();
});

test('whoever is sent away for the crowd does not make the record jammed any longer', async () => {
  holdClock();
  const { noteInVain, refuseCrowd, unlessJammed } = await fresh();
  for (let n = 0; n < 20; n += 1) void unlessJammed(new Promise(() => {}), 100, () => false);
  noteInVain(away);
  vi.advanceTimersByTime(2_900);
  try {
    refuseCrowd();
    expect.unreachable('twenty wait');
  } catch (error) {
    noteInVain(error);
  }
  vi.advanceTimersByTime(200);
  expect(refuseCrowd).not.toThrow();
  vi.useRealTimers();
});
