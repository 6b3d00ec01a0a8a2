import { describe, expect, test } from 'vitest';
import { changedMeetings, moveSentence } from '@/lib/committee/changed-meetings';
import { committeeEffect, newCommitteeEffect, whyHeard } from '@/lib/committee/committee-effect';
import { AddCommittee } from '@/lib/committee/committee-entry';
import { holidayEffect, holidayUse } from '@/lib/committee/holiday-effect';
import { EnterHoliday, holidayProblems } from '@/lib/committee/holiday-entry';
import { movedMeetingEffect, newMeetingEffect, whyMeetingStays } from '@/lib/committee/meeting-effect';
import { AddMeeting, ChangeMeeting } from '@/lib/committee/meeting-entry';
import { papersBy } from '@/lib/committee/papers-by';
import { bankHolidays, isWorkingDay, type ProclaimedHoliday } from '@/lib/time/bank-holidays';

const today = '2018-08-17';
const release = { number: 3, dueAt: '2018-09-01T08:30:00Z' };
const buses = { slug: 'buses', name: 'Buses', release };
const trams = { slug: 'trams', name: 'Trams', release: null };
const ground = { name: 'Travel', meetings: ['2018-07-05', '2018-09-13'], heard: [buses, trams], holidays: [] };
const jubilee: ProclaimedHoliday = { day: '2018-09-10', name: 'Jubilee', insteadOf: null };
const form = { intent: 'effect', seen: '' };
const problemsOf = (result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  result.error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

describe('a meeting', () => {
  test('says by when papers must be out, and which release comes in time', () => {
    expect(newMeetingEffect('2018-09-13', ground, today).sentences).toEqual([
      'Travel meets on Thursday 13 September 2018. The public reads it at once.',
      'The papers must be published by Wednesday 5 September 2018: five clear days before.',
      'The release of Buses is due at 09:30 on 1 September 2018, in time for the papers.',
      'No release of Trams is announced: the committee reads the edition in force.',
    ]);
    expect(newMeetingEffect('2018-09-06', ground, today).sentences[2]).toMatch(
      /after the papers and before the meeting\.$/,
    );
    expect(newMeetingEffect('2018-08-31', ground, today).sentences[2]).toMatch(/after the meeting\.$/);
    expect(newMeetingEffect('2018-07-05', ground, today).sentences).toEqual([
      expect.stringMatching(/^Travel met on Thursday 5 July 2018/),
    ]);
  });

  test('that is moved or cancelled tells why in public; an announced release stays', () => {
    const moved = { day: '2018-09-13', to: '2018-09-20', reason: 'The room is taken.' };
    expect(movedMeetingEffect(moved, ground, today).sentences.slice(0, 2)).toEqual([
      'Travel meets on Thursday 20 September 2018 instead of Thursday 13 September 2018.',
      'The public reads it at once, with the day of the change and your reason: “The room is taken.”',
    ]);
    expect(movedMeetingEffect({ ...moved, to: null }, ground, today).sentences.at(-1)).toBe(
      'Edition 3 is announced for 09:30 on 1 September 2018, and stays announced.',
    );
  });

  test.each<[string, string, string | null, RegExp | null]>([
    ['cancelled', '2018-09-13', null, null],
    ['to a later day', '2018-09-13', '2018-09-20', null],
    ['to the day of the release', '2018-09-13', '2018-09-01', null],
    [
      'before the release that was announced in time',
      '2018-09-13',
      '2018-08-31',
      /^Edition 3 is announced .* would come too late/,
    ],
    ['to the same day', '2018-09-13', '2018-09-13', /on that day already/],
    ['to a day that has passed', '2018-09-13', '2018-08-16', /has passed: give a day to come/],
    ['one that has passed', '2018-07-05', '2018-09-20', /did not take place is cancelled/],
    ['onto another meeting', '2018-07-05', '2018-09-13', /meets on Thursday 13 September 2018 already/],
  ])('%s', (_, day, to, sentence) => {
    const why = whyMeetingStays({ day, to }, ground, today);
    if (sentence === null) expect(why).toBeNull();
    else expect(why).toMatch(sentence);
  });

  test('what is typed is told at its field', () => {
    expect(problemsOf(AddMeeting.safeParse({ committee: 'travel', day: 'soon', ...form }))[0]?.[0]).toBe('day');
    const change = { committee: 'travel', day: '2018-09-13', change: '', to: '', reason: '', ...form };
    expect(problemsOf(ChangeMeeting.safeParse(change)).map(([field]) => field)).toEqual(['change', 'reason']);
    expect(problemsOf(ChangeMeeting.safeParse({ ...change, change: 'move', reason: 'No room.' }))[0]?.[0]).toBe('to');
    // A day that stands in the form beside “cancelled” is no day to move to.
    const cancelled = { ...change, change: 'cancel', to: '20 September 2018', reason: 'No business.' };
    expect(ChangeMeeting.parse(cancelled)).toMatchObject({ to: null, reason: 'No business.' });
  });

  test('the public reads of a change for three months', () => {
    const move = { from: '2018-05-03', to: null, on: '2018-04-01', reason: 'No business.' };
    const later = { ...move, from: '2018-09-06', to: '2018-09-13' };
    expect(changedMeetings([move, later], today)).toEqual([later]);
    expect(moveSentence(move)).toBe('The meeting of Thursday 3 May 2018 was cancelled, on 1 April 2018: No business.');
  });
});

describe('a committee', () => {
  test('says what it hears, and what a change would do', () => {
    expect(newCommitteeEffect('travel', ['Buses', 'Trams']).sentences[1]).toBe('It hears Buses and Trams.');
    const before = { name: 'Travel', services: ['Buses'] };
    expect(committeeEffect(before, before).sentences).toEqual([]);
    expect(committeeEffect(before, { name: 'Journeys', services: ['Trams'] }).sentences).toEqual([
      'It is called “Journeys” instead of “Travel”, on every page at once.',
      'It hears Trams too: its page tells what has changed there since its last meeting.',
      'It does not hear Buses any more. What was published stays.',
    ]);
  });

  test('hears a service while a release is announced for one of its meetings', () => {
    expect(whyHeard(buses, ['2018-09-13'])).toMatch(
      /^Edition 3 is announced for 09:30 on 1 September 2018, and this committee meets on 13 September 2018: it hears Buses until/,
    );
    expect(whyHeard(buses, ['2018-07-05'])).toBeNull();
    expect(whyHeard(trams, ['2018-09-13'])).toBeNull();
  });

  test('has an address made of its name, and “new” is none', () => {
    const typed = { name: 'Children’s panel', slug: '', services: ['buses'], ...form };
    expect(AddCommittee.parse(typed)).toMatchObject({ slug: 'childrens-panel', words: { services: ['buses'] } });
    expect(problemsOf(AddCommittee.safeParse({ ...typed, slug: 'new' }))[0]?.[0]).toBe('slug');
    expect(problemsOf(AddCommittee.safeParse({ ...typed, slug: 'x y', name: ' ' }))[0]?.[0]).toBe('name');
  });
});

describe('a bank holiday by proclamation', () => {
  test('is no working day, takes the place of a usual one, and moves the papers’ day', () => {
    expect(isWorkingDay('2018-09-10', [jubilee])).toBe(false);
    expect(papersBy('2018-09-13', [jubilee])).toBe('2018-09-04');
    const moved = { day: '2019-05-10', name: 'Early May bank holiday', insteadOf: '2019-05-06' };
    expect(isWorkingDay('2019-05-06', [moved])).toBe(true);
    const days = bankHolidays(2019, [moved]).map(({ day }) => day);
    expect(days).toContain('2019-05-10');
    expect(days).not.toContain('2019-05-06');
    expect(days).toHaveLength(8);
  });

  test('shows which papers it would move', () => {
    const meetings = [
      { committee: 'Travel', day: '2018-09-13' },
      { committee: 'Roads', day: '2018-12-06' },
    ];
    expect(holidayEffect(jubilee, [], meetings, today).sentences).toEqual([
      'Monday 10 September 2018 is a bank holiday: Jubilee.',
      'The papers of Travel for 13 September 2018 must be published by Tuesday 4 September 2018 instead of Wednesday 5 September 2018.',
      expect.stringMatching(/^No reading is due on another day/),
    ]);
    expect(holidayEffect(jubilee, [], [], today).sentences[1]).toMatch(/^The papers of every meeting that is set stay/);
  });

  test('can be taken away until its day has come or papers were due by it', () => {
    const meetings = [{ committee: 'Travel', day: '2018-09-13' }];
    expect(holidayUse(jubilee, [jubilee], meetings, '2018-09-04')).toBeNull();
    expect(holidayUse(jubilee, [jubilee], meetings, '2018-09-05')).toBe(
      'The papers of Travel for 13 September 2018 were due by 4 September 2018 because of it, so it stands.',
    );
    expect(holidayUse(jubilee, [jubilee], [], '2018-09-10')).toBe('10 September 2018 has come, so it stands.');
  });

  test.each<[string, Partial<ProclaimedHoliday>, string, RegExp]>([
    ['a day that has passed', { day: '2018-08-16' }, 'day', /has passed/],
    ['a Saturday', { day: '2018-09-08' }, 'day', /no working day anyway/],
    ['one that is there', { day: '2018-08-27' }, 'day', /a bank holiday already: Summer bank holiday/],
    ['one that was entered', { day: '2018-10-01' }, 'day', /already: Feast/],
    ['instead of a day that is none', { insteadOf: '2018-09-03' }, 'insteadOf', /is no bank holiday/],
    ['instead of one that has passed', { insteadOf: '2018-05-28' }, 'insteadOf', /has passed/],
  ])('%s is refused', (_, more, field, sentence) => {
    const entered = [{ day: '2018-10-01', name: 'Feast', insteadOf: null }];
    const [problem] = holidayProblems({ ...jubilee, ...more }, entered, today);
    expect(problem?.field).toBe(field);
    expect(problem?.sentence).toMatch(sentence);
  });

  test('what is typed is told at its field', () => {
    const typed = { day: 'Whitsun', name: '', insteadOf: '', ...form };
    expect(problemsOf(EnterHoliday.safeParse(typed))[0]?.[0]).toBe('name');
    expect(problemsOf(EnterHoliday.safeParse({ ...typed, name: 'Feast' }))[0]?.[0]).toBe('day');
    expect(EnterHoliday.parse({ ...typed, name: 'Feast', day: '10/9/2018' })).toMatchObject({
      holiday: { day: '2018-09-10', name: 'Feast', insteadOf: null },
    });
  });
});
