import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completedIn, completedValue, doneBy, inOrder, openActions } from '@/lib/reading/completed-actions';

const action = (text: string, due: string | null = null) => ({ text, owner: 'Head of Buses', due });
const reading = (start: string, actions: string[], completed: [string, string][] = []) => ({
  start,
  actions: actions.map((text) => action(text)),
  completed: completed.map(([start, text]) => ({ start, text })),
});

describe('open actions', () => {
  test('told in May and June, one done in July: the other is open, the repeated one is one', () => {
    const readings = [
      reading('2018-07-01', ['Train drivers'], [['2018-06-01', 'Buy buses']]),
      reading('2018-06-01', ['Buy buses', 'Train drivers']),
      reading('2018-05-01', ['Buy buses']),
    ];
    expect(openActions(readings)).toEqual([{ start: '2018-07-01', ...action('Train drivers') }]);
    const doneIn = doneBy(readings);
    expect(doneIn({ start: '2018-05-01', text: 'Buy buses' })).toBe('2018-07-01');
    expect(doneIn({ start: '2018-06-01', text: 'Train drivers' })).toBeNull();
  });

  test('one that is told anew after it was done is open again', () => {
    const readings = [
      reading('2018-08-01', ['Buy buses']),
      reading('2018-07-01', [], [['2018-06-01', 'Buy buses']]),
      reading('2018-06-01', ['Buy buses']),
    ];
    expect(openActions(readings).map(({ start }) => start)).toEqual(['2018-08-01']);
  });
});

test('the value of a checkbox is one line and is read as what it was, whatever the text', () => {
  const some = fc.record({ start: fc.constantFrom('2018-06-01', '2020-02-29'), text: fc.string({ unit: 'binary' }) });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 6 }), (completed) => {
      const lines = completed.map(completedValue);
      for (const line of lines) expect(line).not.toContain('\n');
      expect(completedIn(lines.join('\n'))).toEqual(inOrder(completed));
    }),
  );
});

test.each([
  '',
  'Buy buses',
  '[]',
  '["2018-06-01"]',
  '["2018-06-31","x"]',
  '["2018-06-01",3]',
  '["2018-06-01","x","y"]',
  '{"a":1}',
  'null',
])('what no form of ours sends is passed over: %s', (line) => expect(completedIn(line)).toEqual([]));

test('more than a reading can have are not read: of 150 the first 100', () => {
  const many = Array.from({ length: 150 }, (_, n) => ({ start: '2018-06-01', text: `Action ${1000 + n}` }));
  expect(completedIn(many.map(completedValue).join('\n'))).toEqual(many.slice(0, 100));
});
