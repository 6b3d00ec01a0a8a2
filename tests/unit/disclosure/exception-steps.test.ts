import { expect, test } from 'vitest';
import { AskException, EndException } from '@/lib/disclosure/decision/exception-entry';
import {
  askRefusal,
  confirmRefusal,
  endingOf,
  endingWords,
  endRefusal,
  whyNoException,
} from '@/lib/disclosure/decision/exception-steps';
import type { Person } from '@/lib/people/person';

const today = '2026-08-17';
const nora: Person = { id: 1, name: 'Nora', roles: [], owns: [], heads: [], deputises: [] };
const span = { serviceId: 1, headId: 3, headName: 'Hana', fromDay: '2026-08-01', untilDay: '2026-08-31' };
const people: Record<string, Person> = {
  nora,
  olive: { ...nora, id: 2, owns: [{ measureId: 7, serviceId: 1 }] },
  oskar: { ...nora, id: 8, owns: [{ measureId: 9, serviceId: 1 }] },
  hana: { ...nora, id: 3, heads: [1] },
  dev: { ...nora, id: 4, deputises: [span] },
  'dev in september': { ...nora, id: 4, deputises: [{ ...span, fromDay: '2026-09-01', untilDay: '2026-09-30' }] },
  hester: { ...nora, id: 5, heads: [2] },
  ada: { ...nora, id: 6, roles: ['performance_officer'] },
  adam: { ...nora, id: 10, roles: ['administrator'] },
  'hana who owns it': { ...nora, id: 2, heads: [1], owns: [{ measureId: 7, serviceId: 1 }] },
};
/** Of measure 7 in service 1, asked for by person 2. */
const exception = { serviceId: 1, measureId: 7, askedBy: 2, isConfirmed: false };
const those = (refusal: (who: Person) => string | null) =>
  Object.keys(people).filter((name) => refusal(people[name] as Person) === null);

test('an owner asks for her own measure, and the performance officer for any', () => {
  expect(those((who) => askRefusal(who, exception))).toEqual(['olive', 'ada', 'hana who owns it']);
});

test('the head of the service or a deputy of that day confirms, and never the one who asked', () => {
  expect(those((who) => confirmRefusal(who, exception, today))).toEqual(['hana', 'dev']);
  expect(confirmRefusal(people['hana who owns it'] as Person, exception, today)).toBe(
    'You asked for this figure to be shown: another pair of eyes confirms it.',
  );
});

test('whoever asked, the head, a deputy or the performance officer ends it', () => {
  const enders = ['olive', 'hana', 'dev', 'ada', 'hana who owns it'];
  expect(those((who) => endRefusal(who, exception, today))).toEqual(enders);
});

test('the asker withdraws, a head refuses, and what stands is taken back by anybody', () => {
  expect(endingOf({ id: 2 }, exception)).toBe('withdrawn');
  expect(endingOf({ id: 3 }, exception)).toBe('refused');
  expect(endingOf({ id: 3 }, { ...exception, isConfirmed: true })).toBe('withdrawn');
  expect(
    [endingWords(false, true), endingWords(false, false), endingWords(true, false)].map(({ button }) => button),
  ).toEqual(['Withdraw it', 'Refuse it', 'Hide it again']);
});

test('only a figure that is hidden for being small needs an exception', () => {
  const policy = { method: 'hide', threshold: 5, reason: 'r', decidedBy: 'd', decidedOn: '2026-08-10' } as const;
  expect(whyNoException(true, policy)).toBeNull();
  expect(whyNoException(true, { ...policy, method: 'show' })).toContain('shown already');
  expect(whyNoException(true, null)).toContain('that comes first');
  expect(whyNoException(false, policy)).toContain('counts no people');
});

test('a form names its figure and its reason, or says what is missing', () => {
  const sent = { service: 'buses', figure: 'bus-01 2026-07-01', reason: 'They did it themselves.' };
  expect(AskException.parse(sent)).toEqual({
    code: 'bus-01',
    periodStart: '2026-07-01',
    reason: 'They did it themselves.',
  });
  for (const figure of ['', 'bus-01', 'bus-01 2026-02-30', '../x 2026-07-01'])
    expect(AskException.safeParse({ ...sent, figure }).error?.issues[0]?.message, figure).toBe(
      'Choose the figure that is to be shown.',
    );
  expect(EndException.safeParse({ id: '12', reason: '' }).error?.issues[0]).toMatchObject({
    path: ['reason-12'],
    message: 'Say why this figure stays hidden.',
  });
  expect(EndException.safeParse({ id: '-1', reason: 'x' }).success).toBe(false);
});
