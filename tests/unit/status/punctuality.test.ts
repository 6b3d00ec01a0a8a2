import { expect, test } from 'vitest';
import { type MeasureSubmissions, oldestCountedStart, punctuality } from '@/lib/status/punctuality';

const today = '2018-08-17';

/** A monthly measure due within 14 days, with the instants at which its readings were submitted. */
const monthly = (
  submitted: Record<string, string>,
  more: Partial<MeasureSubmissions['measure']> = {},
): MeasureSubmissions => ({
  measure: {
    frequency: 'monthly',
    startMonth: 4,
    lagDays: 14,
    requiredFrom: '2018-04-01',
    retiredOn: null,
    ...more,
  },
  submitted: new Map(Object.entries(submitted)),
});

test('the due day itself is on time, to the end of the day in London; the next day is late; nothing is not yet', () => {
  const months = punctuality(
    [
      monthly({
        '2018-04-01': '2018-05-14T22:59:59.000Z', // 14 May, 23:59 in London
        '2018-05-01': '2018-06-13T23:00:00.000Z', // 14 June, 00:00 in London
        '2018-06-01': '2018-07-14T23:00:00.000Z', // 15 July, 00:00 in London
      }),
    ],
    today,
  );
  expect(months).toHaveLength(12);
  expect(months[0]?.month).toBe('2017-09');
  expect(months.slice(-4)).toEqual([
    { month: '2018-05', onTime: 1, late: 0, missing: 0 },
    { month: '2018-06', onTime: 1, late: 0, missing: 0 },
    { month: '2018-07', onTime: 0, late: 1, missing: 0 },
    { month: '2018-08', onTime: 0, late: 0, missing: 1 },
  ]);
});

test('what is still in time is not counted, nor what nobody asks for any more', () => {
  const due = (each: MeasureSubmissions) => punctuality([each], today).reduce((sum, { missing }) => sum + missing, 0);
  expect(due(monthly({}))).toBe(4);
  expect(due(monthly({}, { lagDays: 17 }))).toBe(3); // July is due today
  expect(due(monthly({}, { requiredFrom: '2018-08-01' }))).toBe(0);
  expect(due(monthly({}, { retiredOn: '2018-06-30' }))).toBe(2); // June ends on its last day
});

test('however long the history is, the last twelve months are looked at alone', () => {
  const old = monthly({}, { requiredFrom: '1948-04-01' });
  expect(punctuality([old], today).every(({ missing }) => missing === 1)).toBe(true);
  expect(oldestCountedStart([old], today)).toBe('2017-08-01');
  expect(oldestCountedStart([monthly({}, { requiredFrom: '2018-08-01' })], today)).toBeNull();
});
