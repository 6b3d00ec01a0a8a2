import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { limits } from '@/lib/form/limits';
import type { Person } from '@/lib/people/person';
import { blankContent, contentText, type Ground } from '@/lib/reading/content';
import { JudgeReading, judgedEffect, judgedProblem, judgingOf, ownerRefusal, ruleMoved } from '@/lib/reading/judging';

const reason = 'Half of July was a strike.';
const form = {
  readingId: '7',
  version: '3',
  rule: 'red',
  judgedColour: 'green',
  judgedReason: reason,
  intent: 'effect',
};
const problems = (fields: Record<string, string | undefined>) => {
  const parsed = JudgeReading.safeParse({ ...form, ...fields });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('the form', () => {
  test('holds the reading, its version, the rule’s colour that was seen, and what is judged', () => {
    expect(JudgeReading.parse({ ...form, judgedReason: `  ${reason}\r\n` })).toMatchObject({
      readingId: 7,
      version: 3,
      judgedReason: reason,
    });
  });

  test.each([
    ['no colour', { judgedColour: undefined }, ['judgedColour: Choose the colour that you judge it to be.']],
    [
      'a colour that there is not',
      { judgedColour: 'blue' },
      ['judgedColour: Choose the colour that you judge it to be.'],
    ],
    ['no reason', { judgedReason: ' ' }, [/^judgedReason: Say why in at least 20 characters/]],
    ['19 characters', { judgedReason: 'x'.repeat(19) }, [/at least 20/]],
    ['ten characters of two units each', { judgedReason: '😀'.repeat(10) }, [/at least 20/]],
    ['501 characters', { judgedReason: 'x'.repeat(501) }, [/^judgedReason: A reason can have 500 characters/]],
    ['20 characters', { judgedReason: 'x'.repeat(20) }, []],
    ['500 characters', { judgedReason: 'x'.repeat(500) }, []],
    ['something else beside it', { approvedBy: '4' }, [/Unrecognized key/]],
  ])('with %s', (_, fields, expected) => {
    const found = problems(fields);
    expect(found).toHaveLength(expected.length);
    for (const [index, sentence] of expected.entries()) expect(found[index]).toMatch(sentence);
  });

  test('its lengths are those of the table', () => {
    const schema = readFileSync('db/schema/readings.ts', 'utf8');
    expect(schema).toContain(`between 20 and ${limits.judgedReason.most}\``);
  });
});

const buses = 1;
const nobody: Person = { id: 0, name: 'Nora', roles: [], owns: [], heads: [], deputises: [] };
const hana: Person = { ...nobody, id: 3, heads: [buses] };
const dev: Person = {
  ...nobody,
  id: 4,
  deputises: [{ serviceId: buses, headId: 3, headName: 'Hana', fromDay: '2026-08-01', untilDay: '2026-08-31' }],
};
const today = '2026-08-17';
const reading = { serviceId: buses, ownerId: 1, authors: [1], rule: 'red' } as const;

describe('who may judge', () => {
  test('the head in her own name, her deputy for her, and in his own where she is an author', () => {
    expect(judgingOf(hana, { ...reading, authors: [1] }, today)).toEqual({ rule: 'red', by: 'head of service' });
    expect(judgingOf(dev, { ...reading, authors: [1] }, today)?.by).toBe('deputy of the head of service');
    expect(judgingOf(dev, { ...reading, authors: [1, 3] }, today)?.by).toBe('head of service');
  });

  test('never the owner, nor a deputy for the owner; and nothing where the rule gives no colour', () => {
    expect(judgingOf(hana, { ...reading, ownerId: 3, authors: [1] }, today)).toBeNull();
    expect(judgingOf(dev, { ...reading, ownerId: 3, authors: [1] }, today)).toBeNull();
    expect(judgingOf(dev, { ...reading, ownerId: 3, authors: [1, 3] }, today)?.by).toBe('head of service');
    expect(judgingOf(hana, { ...reading, rule: null, authors: [1] }, today)).toBeNull();
    expect(ownerRefusal(null, [3, null])).toBeNull();
  });
});

test('what cannot be judged says why', () => {
  const judged = { colour: 'green', rule: 'red', reason } as const;
  expect(judgedProblem(judged, 'red')).toBeNull();
  expect(judgedProblem(judged, null)).toMatch(/gives this figure no colour/);
  expect(judgedProblem({ ...judged, colour: 'red' }, 'red')).toMatch(/^By the rule it is Red already/);
  expect(judgedProblem({ ...judged, reason: 'Strike.' }, 'red')).toMatch(/at least 20/);
  expect(ruleMoved('red', 'amber')).toMatch(/^By the rule it is Amber now, not Red/);
  expect(ruleMoved('red', 'red')).toBeNull();
});

test('the effect is what the public will read', () => {
  const rag = { colour: 'red', sentence: 'Red: 92 is below the target of at least 110, by 18.' } as const;
  const { sentences } = judgedEffect(rag, { colour: 'green', rule: 'red', reason }, 'head of service');
  expect(sentences[0]).toBe(
    'The public reads: “Judged Green by the head of service: Half of July was a strike. By the rule it is Red: 92 is below the target of at least 110, by 18.”',
  );
  expect(sentences[1]).toMatch(/^It counts as Green/);
});

test('an approval signs each part of what is judged, and without one the text of before', () => {
  const ground: Ground = { measureId: 1, periodStart: '2026-07-01', revision: 0, targetId: 1, definitionVersion: 1 };
  const judged = { colour: 'green', rule: 'red', reason } as const;
  const texts = [
    contentText(blankContent, ground),
    contentText(blankContent, ground, judged),
    contentText(blankContent, ground, { ...judged, colour: 'amber' }),
    contentText(blankContent, ground, { ...judged, rule: 'amber' }),
    contentText(blankContent, ground, { ...judged, reason: `${reason} So.` }),
  ];
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts[0]).not.toContain('judged');
  expect(contentText(blankContent, ground, null)).toBe(texts[0]);
});
