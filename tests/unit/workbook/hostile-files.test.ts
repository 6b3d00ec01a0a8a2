import { describe, expect, test } from 'vitest';
import { readWorkbook } from '@/lib/workbook/workbook-reading';
import { foreignFiles, largeFiles, smallLimits } from '../../support/workbook/hostile-files';

const refusal = async (...file: Parameters<typeof readWorkbook>) => {
  const answer = await readWorkbook(...file);
  return 'refused' in answer ? answer.refused : `it was read: ${JSON.stringify(answer).slice(0, 200)}`;
};

describe('a file of another kind, or one that lies, is answered with a sentence', () => {
  test.each(foreignFiles)('$title', async ({ make, name = 'a.xlsx', sentence }) => {
    expect(await refusal(make(), name)).toMatch(sentence);
  });
});

describe('a file that is too large is answered with a sentence, whatever it declares', () => {
  test.each(largeFiles(0.01))('$title', async ({ make, name = 'a.xlsx', sentence }) => {
    expect(await refusal(make(), name, { limits: smallLimits })).toMatch(sentence);
  });
});

test('every sentence says what to do, in plain words', async () => {
  for (const { make, name = 'a.xlsx', title } of foreignFiles) {
    const sentence = await refusal(make(), name);
    expect(sentence, title).toMatch(/\. ?(Save|Bring|Copy|Unpack|Take|Open|Export|Mend|Shorten)\b|, .*(save|bring)/);
    expect(sentence, title).not.toMatch(/undefined|NaN|Error|\bzip64\b|null/);
  }
});
