import { expect, test } from 'vitest';
import { effectText, readEffect } from '@/lib/framework/effect';
import { changedMeanwhile, fieldChanges, readKeptFields } from '@/lib/framework/meanwhile';

test('what somebody else changed is told with what it is and what it was; what they added or took away as well', () => {
  expect(changedMeanwhile({ 'the name': 'Buses' }, { 'the name': 'Buses' })).toBeNull();
  expect(changedMeanwhile({ 'the name': 'Buses', gone: 'x' }, { 'the name': 'Coaches', 'the notice': 'New.' })).toBe(
    'the name is “Coaches” by now, and was “Buses”; gone is nothing by now, and was “x”; the notice is “New.” by now, and was nothing',
  );
});

test('a change is told field by field, before and after', () =>
  expect(fieldChanges({ a: '1', b: '' }, { a: '2', b: '' })).toEqual([['a', '1', '2']]));

test('fields and effects that no page of ours wrote are none', () => {
  for (const typed of ['', 'x', '[1]', '{"a":1}', 'null']) expect(readKeptFields(typed)).toBeNull();
  for (const typed of [
    undefined,
    '',
    '{}',
    '{"sentences":"x"}',
    '{"sentences":[1]}',
    '{"sentences":[],"row":[{}]}',
    '{"sentences":[],"figures":{"caption":"c","rows":[{"period":"p","figure":"1","now":"blue","next":null}]}}',
  ])
    expect(readEffect(typed)).toBeNull();
  const effect = {
    sentences: ['A.'],
    figures: { caption: 'c', rows: [{ period: 'p', figure: '1', now: null, next: 'red' as const }] },
  };
  expect(readEffect(effectText(effect))).toEqual(effect);
});
