import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newToken } from '@/db/hashing/token';
import { untilProblem } from '@/lib/submission/system-form';
import { systemState } from '@/lib/submission/system-words';
import { isJsonType, keyInHeader, secretIn, tokenPrefix } from '@/lib/submission/token-header';

test('a token that was made is read out of its header, and nothing else is', () => {
  for (let count = 0; count < 50; count += 1) {
    const { token } = newToken();
    expect(secretIn(`Bearer ${tokenPrefix}${token}`)).toBe(token);
    expect(secretIn(`bearer  ${tokenPrefix}${token} `)).toBe(token);
    for (const stranger of [token, `Bearer ${token}`, `Basic ${tokenPrefix}${token}`, `Bearer ${tokenPrefix}${token}x`])
      expect(secretIn(stranger)).toBeNull();
  }
  fc.assert(fc.property(fc.string(), (text) => void expect(secretIn(`Bearer ${text}`)).toBeNull()));
  expect(secretIn(null)).toBeNull();
});

test.each([
  ['csc-02-2018-07', 'csc-02-2018-07'],
  ['"8e03978e-40d5-43dd-bc93-6894a57f9324"', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
  ['short', null],
  ['with a blank', null],
  ['x'.repeat(101), null],
  ['', null],
  [null, null],
])('the key %s is %s', (header, key) => expect(keyInHeader(header)).toBe(key));

test.each([
  ['application/json', true],
  ['Application/JSON; charset=UTF-8', true],
  ['application/json;charset="utf-8"', true],
  ['application/json; charset=latin1', false],
  ['application/jsonp', false],
  ['text/plain', false],
  ['application/x-www-form-urlencoded', false],
  [null, false],
])('%s is JSON: %s', (type, isOne) => expect(isJsonType(type)).toBe(isOne));

test('a token ends from today to a year from now', () => {
  expect(untilProblem('2026-08-16', '2026-08-17')).toBe('This day has passed: choose one to come.');
  expect(untilProblem('2026-08-17', '2026-08-17')).toBeNull();
  expect(untilProblem('2027-08-17', '2026-08-17')).toBeNull();
  expect(untilProblem('2027-08-18', '2026-08-17')).toBe(
    'A token lives 12 months at most: choose a day up to 17 August 2027.',
  );
  expect(untilProblem('2029-02-28', '2028-02-29')).toBeNull();
  expect(untilProblem('2029-03-01', '2028-02-29')).not.toBeNull();
});

describe('how a token stands', () => {
  const facts = { hasToken: true, responsibleLeft: false, endedAt: null, untilDay: '2026-08-17' };
  test.each([
    [{}, 'works'],
    [{ hasToken: false }, 'no_token'],
    [{ untilDay: '2026-08-16' }, 'ran_out'],
    [{ endedAt: '2026-08-01T09:00:00Z' }, 'ended'],
    [{ endedAt: '2026-08-01T09:00:00Z', responsibleLeft: true }, 'nobody_answers'],
    [{ responsibleLeft: true }, 'nobody_answers'],
  ])('%j: %s', (more, state) => expect(systemState({ ...facts, ...more }, '2026-08-17')).toBe(state));
});
