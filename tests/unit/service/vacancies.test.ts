import { expect, test } from 'vitest';
import { vacancySentences, wantsOwner } from '@/lib/service/vacancies';

const measures = (...owned: boolean[]) => owned.map((isOwned, index) => ({ number: index + 1, isOwned }));

test('an empty post is named with what nobody can do meanwhile', () => {
  expect(vacancySentences({ hasHead: true, measures: measures(true, true) })).toEqual([]);
  expect(vacancySentences({ hasHead: false, measures: measures(true, false) })).toEqual([
    'This service has no head, so nothing can be approved until an administrator names one.',
    'Measure 2 has no owner, so nobody can enter its figures until an administrator names one.',
  ]);
  expect(vacancySentences({ hasHead: true, measures: measures(false, true, false, false) })).toEqual([
    'Measures 1, 3 and 4 have no owner, so nobody can enter their figures until an administrator names one.',
  ]);
});

test('a measure that is retired wants no owner from the day after its last one', () => {
  expect(wantsOwner({ retiredOn: null }, '2018-08-17')).toBe(true);
  expect(wantsOwner({ retiredOn: '2018-08-17' }, '2018-08-17')).toBe(true);
  expect(wantsOwner({ retiredOn: '2018-08-16' }, '2018-08-17')).toBe(false);
});
