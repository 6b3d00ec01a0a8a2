import { expect, test } from 'vitest';
import { fields, longTexts } from '../../support/attack/long-texts';

// At 50,000 characters, and by the clock of the processor: tests/storm/attack/slow-texts.test.ts.
test('everything that reads what a person typed answers to long and strange texts, and never throws', () => {
  for (const [field, read] of Object.entries(fields))
    for (const text of longTexts(500)) expect(() => read(text), field).not.toThrow();
});
