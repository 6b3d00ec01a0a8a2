import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  measureDecisionEffect,
  serviceDecisionEffect,
  type TriedMeasure,
} from '@/lib/disclosure/decision/decision-effect';
import { DecideMeasure, DecideService, decisionProblems } from '@/lib/disclosure/decision/decision-entry';
import type { Policy } from '@/lib/disclosure/policy';
import {
  decidedSentence,
  defaultNow,
  policyNow,
  policyWords,
  proposedReason,
  smallCountsSentence,
} from '@/lib/disclosure/policy-words';
import { isSmallAtAGlance } from '@/lib/disclosure/small-count-at-a-glance';

const decision: Policy = {
  method: 'hide',
  threshold: 5,
  reason: 'They are recognised.',
  decidedBy: 'Cabinet',
  decidedOn: '2018-04-16',
};
const typed = {
  code: 'csc-09',
  method: 'hide',
  threshold: '5',
  reason: 'They are recognised.',
  decidedBy: 'Cabinet',
  decidedOn: '16 April 2018',
  was: '0',
  intent: 'effect',
};
const problemsOf = (more: Record<string, string | undefined>) =>
  Object.fromEntries(
    (DecideMeasure.safeParse({ ...typed, ...more }).error?.issues ?? []).map(({ path, message }) => [path[0], message]),
  );
const figure = (numerator: string, denominator: string) => ({ value: null, numerator, denominator });
const percent = { unit: 'percent', scale: 100 } as const;
const plans = (...figures: TriedMeasure['figures']): TriedMeasure => ({
  number: 9,
  title: 'Plans',
  figures,
  ...percent,
});

describe('what is typed', () => {
  test('is a decision on a measure or a service, with what the page showed', () => {
    expect(DecideMeasure.parse({ ...typed, was: '12' })).toMatchObject({
      place: { code: 'csc-09' },
      decision,
      was: 12,
      form: { intent: 'effect', seen: '' },
      typed: { code: 'csc-09', decidedOn: '16 April 2018', was: '12' },
    });
    const { code: _, ...fields } = typed;
    expect(DecideService.parse({ ...fields, service: 'buses' })).toMatchObject({
      place: { service: 'buses' },
      decision,
    });
  });

  test.each([
    [{ method: undefined }, { method: 'Choose whether small counts are hidden or shown.' }],
    [{ method: 'guess' }, { method: 'Choose whether small counts are hidden or shown.' }],
    [{ threshold: '0' }, { threshold: 'Write the highest count that is small, a whole number from 1 to 20.' }],
    [{ threshold: '21' }, { threshold: 'Write the highest count that is small, a whole number from 1 to 20.' }],
    [{ threshold: 'five' }, { threshold: 'Write the highest count that is small, a whole number from 1 to 20.' }],
    [{ threshold: '' }, { threshold: 'Write the highest count that is small, a whole number from 1 to 20.' }],
    [{ reason: '  ' }, { reason: 'Say why, in a sentence.' }],
    [{ decidedBy: '' }, { decidedBy: 'Say who decided it.' }],
    [{ decidedOn: '' }, { decidedOn: 'Enter the day of the decision.' }],
    [{ decidedOn: '31 April 2018' }, { decidedOn: expect.stringContaining('31 April 2018') }],
  ])('%j is told at its field', (more, problems) => {
    expect(problemsOf(more)).toEqual(problems);
  });

  test('to show every count needs no threshold', () => {
    expect(DecideMeasure.parse({ ...typed, method: 'show', threshold: '' }).decision).toMatchObject({ threshold: 5 });
  });

  test('never throws on odd text, and keeps whole numbers from 1 to 20 alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (threshold) => {
        const parsed = DecideMeasure.safeParse({ ...typed, threshold });
        if (parsed.success) expect(decisionProblems(parsed.data.decision, '2018-08-17')).toEqual([]);
      }),
    );
    for (let count = 1; count <= 20; count++) expect(problemsOf({ threshold: String(count) })).toEqual({});
  });
});

describe('which figures are small by themselves', () => {
  test.each([
    ['3 of 389', figure('3', '389'), percent, true],
    ['361 of 362, all but 1', figure('361', '362'), percent, true],
    ['88 of 91, all but 3', figure('88', '91'), percent, true],
    ['5 of 5', figure('5', '5'), percent, true],
    ['26 of 26', figure('26', '26'), percent, false],
    ['0 of 40', figure('0', '40'), percent, false],
    ['6 of 40', figure('6', '40'), percent, false],
    ['5 of 27,023, per 1,000', figure('5', '27023'), { unit: 'per_1000', scale: 1000 }, true],
    ['7,400 days of 4 children', figure('7400', '4'), { unit: 'days', scale: 1 }, true],
    ['11,626 days of 23 children', figure('11626', '23'), { unit: 'days', scale: 1 }, false],
    ['4 families', { value: '4', numerator: null, denominator: null }, { unit: 'number', scale: null }, true],
    ['4 weeks', { value: '4', numerator: null, denominator: null }, { unit: 'weeks', scale: null }, false],
    ['no figure', { value: null, numerator: null, denominator: null }, { unit: 'number', scale: null }, false],
  ] as const)('%s: %o', (_, figures, measure, small) => {
    expect(isSmallAtAGlance(figures, measure, 5)).toBe(small);
  });

  test('a higher threshold never hides fewer of them', () => {
    const count = fc.nat({ max: 60 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 19 }), (part, more, threshold) => {
        const figures = figure(String(part), String(part + more));
        if (isSmallAtAGlance(figures, percent, threshold))
          expect(isSmallAtAGlance(figures, percent, threshold + 1)).toBe(true);
      }),
    );
  });
});

describe('what a decision would do', () => {
  const effect = (measure: TriedMeasure, before: Policy | null = null) =>
    measureDecisionEffect(decision, before, measure).sentences;

  test('counts the published figures that it hides', () => {
    const many = Array.from({ length: 22 }, () => figure('40', '389'));
    const three = plans(figure('3', '389'), figure('361', '362'), figure('5', '5'), ...many);
    expect(effect(three)).toEqual([
      'Counts from 1 to 5 are hidden. 0 is shown.',
      '3 of 25 published figures would be hidden: they count so few people, or all but so few.',
      'A figure from which a hidden one could be worked out is hidden with it, such as a share, a sum or the same figure a month later.',
      'Those who work for the service see every figure.',
      'The next edition has it so. Editions that are published stay as they are.',
    ]);
    expect(effect(plans())[1]).toBe('No figure is published yet.');
    expect(effect(plans(...many))[1]).toBe('None of 22 published figures counts so few people.');
    expect(effect(plans(figure('3', '389')))[1]).toContain('The one published figure would be hidden');
    expect(effect(plans(figure('30', '389')))[1]).toBe('The one published figure counts more people, and stays.');
    expect(effect(plans(figure('3', '389'), figure('30', '389')))[1]).toContain(
      '1 of 2 published figures would be hidden: it counts',
    );
  });

  test('says what holds now where that is another rule', () => {
    const shown = { ...decision, method: 'show' } as const;
    expect(effect(plans(), shown)[0]).toBe(
      'Counts from 1 to 5 are hidden, where small counts are shown now. 0 is shown.',
    );
    expect(effect(plans(), decision)[0]).toBe('Counts from 1 to 5 are hidden. 0 is shown.');
    expect(measureDecisionEffect(shown, decision, plans()).sentences[0]).toBe(
      'Small counts are shown, where counts from 1 to 5 are hidden now.',
    );
  });

  test('names the measures that go by a default', () => {
    const tried = [plans(figure('3', '389')), { ...plans(), number: 10, title: 'Second plans' }];
    const { sentences, order } = serviceDecisionEffect(decision, null, tried);
    expect(sentences.at(-1)).toBe('It holds for two measures without a decision of their own, and for each new one:');
    expect(order).toEqual(['9. Plans', '10. Second plans']);
    expect(serviceDecisionEffect(decision, null, []).sentences.at(-1)).toContain(
      'No measure of this service goes by it',
    );
  });
});

test('what holds is said in words, with who decided it and why', () => {
  expect(policyWords({ method: 'hide', threshold: 1 })).toBe('counts of 1 are hidden');
  expect(decidedSentence(decision)).toBe('Decided by Cabinet on 16 April 2018: They are recognised.');
  expect(policyNow(true, null, decision)).toEqual({ policy: decision, from: 'by the default of the service' });
  expect(policyNow(true, decision, null)).toEqual({ policy: decision, from: 'by a decision on this measure' });
  expect(policyNow(true, null, null)).toMatchObject({
    sentence: expect.stringContaining('it counts once you save it'),
  });
  expect(policyNow(false, decision, null)).toMatchObject({ sentence: expect.stringContaining('counts no people') });
  expect(defaultNow(null)).toMatchObject({ sentence: expect.stringContaining('no default yet') });
  expect(defaultNow(decision)).toMatchObject({ policy: decision });
  expect(smallCountsSentence({ policy: decision, from: 'service' })).toBe(
    'Counts from 1 to 5 are hidden, by the default of the service. Decided by Cabinet on 16 April 2018: They are recognised.',
  );
  expect(smallCountsSentence({ policy: null, from: null })).toContain('Nobody has decided yet');
  expect(proposedReason.length).toBeGreaterThan(0);
});
