import { describe, expect, test } from 'vitest';
import {
  arrivalAsLived,
  dayInWords,
  groupedPeople,
  needOf,
  type PersonListed,
  pageOf,
  peopleSentence,
  postsInWords,
  rolesInWords,
} from '@/lib/people/people-list';

const today = '2018-09-18';
const nora: PersonListed = {
  id: 1,
  name: 'Nora',
  email: 'nora@testshire.example',
  roles: [],
  owns: [],
  heads: [],
  deputises: [],
  lastHere: '2018-09-06T08:00:00Z',
  invitedAt: null,
  linkUntil: null,
  byName: false,
  locked: null,
};
const locked = { tries: 10, at: '2018-09-18T06:40:00Z' };

describe('who needs an administrator', () => {
  test('a closed door comes before an invitation not taken up; the people of the demonstration come in by name', () => {
    expect(needOf(nora)).toBeNull();
    expect(needOf({ ...nora, lastHere: null })).toBe('never_here');
    expect(needOf({ ...nora, lastHere: null, byName: true })).toBeNull();
    expect(needOf({ ...nora, lastHere: null, locked })).toBe('locked');
  });

  test('the sentence counts people first, then each thing that waits', () => {
    const people = [nora, { ...nora, locked }, { ...nora, lastHere: null }, { ...nora, lastHere: null }];
    const buses = { slug: 'buses', name: 'Buses', noHead: true, ownerless: 3 };
    expect(peopleSentence(people, [buses])).toEqual({
      count: 'Four people.',
      needs: 'Five things need you:',
      which:
        'one person is locked out, two have never signed in, one service has no head and three measures have no owner.',
    });
    expect(peopleSentence([{ ...nora, lastHere: null }], [])).toEqual({
      count: 'One person.',
      needs: 'One thing needs you:',
      which: 'one has never signed in.',
    });
    expect(peopleSentence(Array(300).fill(nora), [])).toEqual({ count: '300 people.', needs: null, which: null });
  });
});

describe('what a person is and holds, in words', () => {
  const span = { service: 'Buses', headName: 'Hana Malik', fromDay: '2018-09-01', untilDay: '2018-09-18' };

  test('posts stand before roles, and a deputyship that has ended is none', () => {
    const ada = { ...nora, roles: ['administrator', 'performance_officer'] as const };
    expect(rolesInWords({ ...ada, roles: [...ada.roles] }, today)).toBe('Performance officer, administrator');
    const holds = { ...nora, owns: [{ service: 'Buses', measures: 20 }], heads: ['Trams'], deputises: [span] };
    expect(rolesInWords(holds, today)).toBe('Data owner, head of service, deputy');
    expect(postsInWords(holds, today)).toEqual([
      'Trams',
      '20 measures in Buses',
      'For Hana Malik until 18 September 2018',
    ]);
    expect(postsInWords(holds, '2018-09-19')).toEqual(['Trams', '20 measures in Buses']);
    expect(rolesInWords({ ...nora, deputises: [span] }, '2018-09-19')).toBe('Nothing yet');
    expect(postsInWords({ ...nora, deputises: [span] }, '2018-08-31')).toEqual([
      'For Hana Malik from 1 September 2018 until 18 September 2018',
    ]);
    expect(postsInWords({ ...nora, owns: [{ service: 'Buses', measures: 1 }] }, today)).toEqual(['1 measure in Buses']);
  });

  test('a moment of today has its time in London, an earlier one its day', () => {
    expect(dayInWords('2018-09-18T07:52:00Z', today)).toBe('today, 08:52');
    expect(dayInWords('2018-09-17T23:30:00Z', today)).toBe('today, 00:30');
    expect(dayInWords('2018-09-06T08:00:00Z', today)).toBe('6 September 2018');
  });

  test('moments of the database’s clock are told on the day that is lived in; an invitation has that day already', () => {
    const moved = arrivalAsLived({ ...nora, locked, invitedAt: '2018-09-03T08:00:00Z' }, () => 'lived');
    expect(moved).toMatchObject({ lastHere: 'lived', linkUntil: null, locked: { tries: 10, at: 'lived' } });
    expect(moved.invitedAt).toBe('2018-09-03T08:00:00Z');
  });
});

describe('300 people', () => {
  const people = Array.from({ length: 300 }, (_, n) => ({
    ...nora,
    id: n,
    name: `Person ${String(n).padStart(3, '0')}`,
    lastHere: n % 100 === 7 ? null : nora.lastHere,
  })).reverse();

  test('stand on six pages, by name, those who need somebody first', () => {
    const { needing, others } = groupedPeople(people, '');
    expect(needing.map(({ id }) => id)).toEqual([7, 107, 207]);
    expect(others).toHaveLength(297);
    const first = pageOf([...needing, ...others], 1);
    expect(first).toMatchObject({ page: 1, pages: 6 });
    expect(first.rows.map(({ id }) => id).slice(0, 5)).toEqual([7, 107, 207, 0, 1]);
    expect(pageOf([...needing, ...others], 99)).toMatchObject({ page: 6, pages: 6 });
    expect(pageOf([], 3)).toEqual({ rows: [], page: 1, pages: 1 });
  });

  test('are found by a part of the name or the address, in any case', () => {
    expect(groupedPeople(people, ' PERSON 10').others).toHaveLength(9);
    expect(groupedPeople(people, 'testshire').others).toHaveLength(297);
    expect(groupedPeople(people, 'nobody')).toEqual({ needing: [], others: [] });
  });
});
