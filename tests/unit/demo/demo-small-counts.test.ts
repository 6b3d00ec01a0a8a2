import { expect, test } from 'vitest';
import { demoServices } from '@/db/demo/services';
import { demoDecisions } from '@/db/demo/small-counts';
import { hiddenNumberFindings } from '@/lib/commentary/language/hidden-number-check';
import { usualThreshold } from '@/lib/disclosure/highest-small-count';
import { demoTexts } from '../../support/commentary/demo-texts';

const all = demoServices.flatMap(({ measures }) => measures);

test('each measure of the demonstration that counts people has its decision with a reason, and no other has one', () => {
  const counting = all.filter(({ countsPeople }) => countsPeople).map(({ code }) => code);
  expect(counting.toSorted()).toEqual(Object.keys(demoDecisions).toSorted());
  for (const { reason } of Object.values(demoDecisions)) expect(reason).toMatch(/^[A-Z].{30,200}\.$/);
});

test('what the founding report gave away is hidden: 3 of 389, 5 custodial sentences, 5 of 5, 88 of 91 and 361 of 362', () => {
  const founding = { 'csc-09': '3/389', 'csc-13': '5/27023', 'csc-16': '5/5', 'csc-15': '88/91', 'csc-08': '361/362' };
  for (const [code, parts] of Object.entries(founding)) {
    const latest = all.find((measure) => measure.code === code)?.latest;
    expect(`${latest?.numerator}/${latest?.denominator}`, code).toBe(parts);
    expect(demoDecisions[code]?.method, code).toBe('hide');
  }
});

test('an average over children counts people; homes, staff, pounds and hours count none', () => {
  const counts = (code: string) => all.find((measure) => measure.code === code)?.countsPeople;
  expect(['csc-04', 'csc-05'].map(counts)).toEqual([true, true]);
  expect(['csc-03', 'csc-20', 'hwy-08', 'csc-06'].map(counts)).toEqual([false, false, false, false]);
});

test('no words of the founding edition tell the public a number that is hidden', () => {
  const told = demoServices.flatMap((service) =>
    demoTexts(service, '2018-08-17').flatMap(({ text }) => {
      const { numerator, denominator } = text.figures;
      if (demoDecisions[text.measure.code]?.method !== 'hide' || numerator === null || denominator === null) return [];
      const rest = String(Number(denominator) - Number(numerator));
      const isSmall = [numerator, rest].some((count) => Number(count) > 0 && Number(count) <= usualThreshold);
      const hidden = [numerator, rest].map((value) => ({ value, what: 'a count of few' }));
      return isSmall
        ? hiddenNumberFindings({ ...text, hidden }).map(({ quote }) => `${text.measure.code} “${quote}”`)
        : [];
    }),
  );
  expect(told).toEqual([]);
});
