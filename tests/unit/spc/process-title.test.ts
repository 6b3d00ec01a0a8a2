import { describe, expect, test } from 'vitest';
import { processOf } from '@/lib/spc/frozen-process';
import { processSentences } from '@/lib/spc/process-sentences';
import { processTitle } from '@/lib/spc/process-title';
import type { Trend } from '@/lib/trend/trend';
import { trendWith } from '../../support/reference/trends';

describe('a process control chart', () => {
  const steady = '50 52 48 51 49 53 47 50 52 48 51 49 50'.split(' ');
  const controlOf = (trend: Trend) => {
    const process = processOf({
      frequency: trend.frequency,
      window: 'single',
      improvement: 'lower',
      restarts: [],
      target: null,
      periods: trend.periods.map(({ start, value, illustrative }) => ({ start, value, illustrative })),
    });
    if (process.refused !== null) throw new Error(process.refused);
    return process;
  };
  const title = (values: (string | null)[]) => processTitle(controlOf(trendWith(values)), { frequency: 'monthly' });

  test('is headed by what its latest figure says, or by that it says nothing', () => {
    expect(title(steady)).toBe('July 2018: within its normal range');
    expect(title([...steady, '70'])).toBe('July 2018: above its normal range');
    expect(title([...steady, '70', null])).toBe('June 2018: above its normal range');
    expect(title(steady.slice(2))).toBe('Not enough figures yet for a normal range');
    expect(title([null])).toBe('Not enough figures yet for a normal range');
    expect(title('44 48 45 47 44 48 46 56 52 55 53 56 52 54'.split(' '))).toBe('No verdict on its latest figure');
  });

  test('tells each period: its figure, mean, limits and signal, and that one is hidden or left out', () => {
    const trend = trendWith([...steady, '70'], { mark: (index) => (index === 0 ? { illustrative: true } : {}) });
    const sentences = processSentences(controlOf(trend), trend);
    expect(sentences).toHaveLength(14);
    expect(sentences[0]).toMatch(/^1 to 30 June 2017: 50, mean 51\.4, limits \d+\.\d and \d+\.\d, illustrative$/);
    expect(sentences.at(-1)).toMatch(/^1 to 31 July 2018: 70, .*, Concern \(high\)$/);
    const hidden = trendWith([...steady, null], { mark: (index) => (index === 13 ? { hidden: { why: 'Few.' } } : {}) });
    expect(processSentences(controlOf(hidden), hidden).at(-1)).toMatch(/^1 to 31 July 2018: \[c\] hidden, mean 50\.0/);
    const rounded = {
      ...hidden,
      periods: hidden.periods.map((period) => (period.hidden ? { ...period, value: '40' } : period)),
    };
    expect(processSentences(controlOf(hidden), rounded).at(-1)).toContain(
      'left out, because it is shown at fewer decimals',
    );
  });
});
