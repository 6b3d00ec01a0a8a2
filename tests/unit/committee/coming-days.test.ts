import { expect, test } from 'vitest';
import { comingDays } from '@/lib/committee/coming-days';

const meeting = (slug: string, day: string) => ({ slug, name: `${slug} committee`, day });
const release = (slug: string, dueAt: string) => ({ service: { slug, name: slug }, number: 5, dueAt });

test('meetings and releases stand together, the earliest first, the release with its time in London', () => {
  const coming = comingDays(
    [meeting('Roads', '2018-09-18'), meeting('Children', '2018-09-06')],
    [release('Care', '2018-09-10T08:30:00.000Z')],
  );
  expect(coming).toEqual([
    {
      day: '2018-09-06',
      words: 'Thursday 6 September 2018',
      title: 'Children committee',
      address: '/committees/Children',
    },
    { day: '2018-09-10', words: 'Monday 10 September 2018, 09:30', title: 'Care, edition 5', address: '/calendar' },
    { day: '2018-09-18', words: 'Tuesday 18 September 2018', title: 'Roads committee', address: '/committees/Roads' },
  ]);
});

test('a release just before midnight in winter time is on its London day, and one after eleven in summer on the next', () => {
  const days = comingDays([], [release('a', '2018-12-01T23:30:00.000Z'), release('b', '2018-07-01T23:30:00.000Z')]);
  expect(days.map(({ day }) => day)).toEqual(['2018-07-02', '2018-12-01']);
});

test('no more than five are named', () => {
  const many = [1, 2, 3, 4, 5, 6].map((day) => meeting(`c${day}`, `2018-09-0${day}`));
  expect(comingDays(many, []).map(({ day }) => day)).toEqual(many.slice(0, 5).map(({ day }) => day));
});
