import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  announcedFor,
  failures,
  isBefore,
  isSameMoment,
  momentOf,
  tooEarly,
  typedMoment,
} from '@/lib/release/release-moment';
import { addDays } from '@/lib/time/day';
import { parseTime } from '@/lib/time/time-entry';

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const london = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London');

describe('a moment in London', () => {
  test('is when its clocks show that time of that day, for the first time; or there is none', () => {
    fc.assert(
      fc.property(day, time, (day, time) => {
        const moment = momentOf(day, time);
        if ('problem' in moment) {
          expect(moment.problem).toMatch(/^There is no 0[0-3]:\d\d on .*: the clocks go forward over it\./);
          return;
        }
        expect(london(moment.at).toPlainDateTime().toString()).toBe(`${day}T${time}:00`);
        const hourBefore = Temporal.Instant.from(moment.at).subtract({ hours: 1 }).toString();
        expect(london(hourBefore).toPlainTime().toString().slice(0, 5)).not.toBe(time);
      }),
      { numRuns: 2000 },
    );
  });

  test('grows with the clock’s own time, but for the doubled hour', () => {
    fc.assert(
      fc.property(day, time, fc.integer({ min: 1, max: 400 }), (day, time, days) => {
        const [one, other] = [momentOf(day, time), momentOf(addDays(day, days), time)];
        if ('at' in one && 'at' in other) expect(isBefore(one.at, other.at)).toBe(true);
      }),
    );
  });

  test.each([
    ['2018-03-24', '09:30', '2018-03-24T09:30:00Z'],
    ['2018-03-25', '09:30', '2018-03-25T08:30:00Z'],
    ['2018-03-25', '00:59', '2018-03-25T00:59:00Z'],
    ['2018-03-25', '02:00', '2018-03-25T01:00:00Z'],
    ['2018-10-28', '00:30', '2018-10-27T23:30:00Z'],
    ['2018-10-28', '01:30', '2018-10-28T00:30:00Z'],
    ['2018-10-28', '02:00', '2018-10-28T02:00:00Z'],
    ['2026-10-25', '09:30', '2026-10-25T09:30:00Z'],
  ])('%s %s is %s', (day, time, at) => expect(momentOf(day, time)).toEqual({ at }));

  test.each(['01:00', '01:30', '01:59'])('there is no %s on 25 March 2018', (time) => {
    expect(momentOf('2018-03-25', time)).toEqual({
      problem: `There is no ${time} on 25 March 2018: the clocks go forward over it. Choose another time.`,
    });
  });
});

test('a release that did not happen is told in plain words, each with what became of it', () => {
  expect(failures.blocked).toBe(
    'At the moment of release this edition was not ready to publish, so it was not released.',
  );
  for (const why of Object.values(failures)) {
    expect(why).not.toMatch(/stood in the way|stands in the way|mended/);
    expect(why).toMatch(/so (it|this one) was not released\.$/);
  }
});

describe('a moment to come', () => {
  test('is later than now, be it by a nanosecond', () => {
    const now = '2018-08-17T08:30:00.000000001Z';
    expect(tooEarly('2018-08-17T08:30:00.000000002Z', now)).toBeNull();
    expect(tooEarly('2018-08-17T08:30:00.000000001Z', now)).toMatch(/09:30 on 17 August 2018 has passed/);
    expect(tooEarly('2018-08-17T08:30:00Z', now)).not.toBeNull();
    expect(isSameMoment('2018-08-17T08:30:00Z', '2018-08-17 08:30:00.000+00:00'.replace(' ', 'T'))).toBe(true);
  });

  test('is announced in words', () =>
    expect(announcedFor({ number: 3, dueAt: '2018-09-01T08:30:00Z' })).toBe(
      'Edition 3 is announced for 09:30 on 1 September 2018',
    ));
});

describe('a typed moment', () => {
  const fields = { day: 'releaseDay', time: 'releaseTime' };

  test('is read, or each field says what is wrong with it', () => {
    expect(typedMoment({ day: '1 September 2018', time: '9.30am' }, fields)).toEqual({ at: '2018-09-01T08:30:00Z' });
    expect(typedMoment({ day: '32/8/2018', time: 'noonish' }, fields)).toEqual({
      problems: [
        { field: 'releaseDay', sentence: '“32/8/2018” is not a day of the calendar.' },
        { field: 'releaseTime', sentence: '“noonish” is not a time we can read: write it like 09:30.' },
      ],
    });
    expect(typedMoment({ day: '25 March 2018', time: '1:30' }, fields)).toMatchObject({
      problems: [{ field: 'releaseTime' }],
    });
  });

  test.each([
    ['09:30', '09:30'],
    ['9.30am', '09:30'],
    ['9:30 PM', '21:30'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    [' 2pm ', '14:00'],
    ['0:05', '00:05'],
    ['23:59', '23:59'],
  ])('“%s” is %s', (typed, time) => expect(parseTime(typed)).toEqual({ time }));

  test.each(['', '9', '930', '24:00', '9:60', '13pm', '0am', '9:3', '09:30:00', '9,30', '٩:٣٠', 'x'.repeat(5000)])(
    '“%s” is refused in a sentence',
    (typed) => expect(parseTime(typed)).toMatchObject({ problem: expect.stringMatching(/^“.*” is not a time/) }),
  );

  test('whatever is typed is a time or a sentence, never a throw', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const parsed = parseTime(typed);
        if ('time' in parsed) expect(parsed.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        else expect(parsed.problem).toMatch(/\.$/);
      }),
    );
  });
});
