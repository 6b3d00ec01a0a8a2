import { expect, test } from 'vitest';
import { UploadSlots } from '@/app/_staff/upload-slots';
import { pastedName, sendingTrouble } from '@/lib/bring-in/sending';

test('four files are on their way at once, one of each person, and a place that is freed is the next one’s', () => {
  const slots = new UploadSlots(4);
  const free = [1, 2, 3, 4].map((person) => slots.take(person));
  expect(free.every((one) => typeof one === 'function')).toBe(true);
  expect([slots.take(2), slots.take(5)]).toEqual(['own', 'busy']);
  (free[1] as () => void)();
  expect(slots.take(5)).toBeTypeOf('function');
  expect(slots.take(2)).toBe('busy');
});

test('an address names a trouble that there is, and no other', () => {
  expect(sendingTrouble('large')).toMatch(/10 MB/);
  for (const name of ['nothing', 'toString', '', undefined, ['large']]) expect(sendingTrouble(name)).toBeNull();
});

test.each([
  ['Ref\tIndicator\tJun\nC2\tFoster care\t81%', 'Pasted table.csv'],
  ['Ref,Indicator,Jun\nC2,Foster care,81%', 'Pasted table.csv'],
  ['Foster care is at 81%, which is more than last year.\n\nIt was 70%.', 'Pasted report.txt'],
  ['Ref\tIndicator', 'Pasted table.csv'],
  ['One line', 'Pasted report.txt'],
])('what is pasted is a table where its lines have columns: %j', (text, name) => {
  expect(pastedName(text)).toBe(name);
});
