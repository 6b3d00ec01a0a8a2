import { expect, test } from 'vitest';
import { promptsFor } from '@/lib/reading/prompts';
import { facts } from '../../support/reference/measure-facts';

const target = { shape: 'at_least', green: '90', amber: '80' } as const;
const of = (value: string | null) => promptsFor({ value, target, measure: facts() });

test.each([
  ['95', /^Green: 95%/, 'What made the difference?', /keep it there/],
  ['85', /^Amber: 85%/, 'Why is it short of the target?', /turning Red/],
  ['70', /^Red: 70%/, 'Why did it happen?', /back to target/],
  [null, /^There is no figure/, 'Why is there no figure?', /so that there will be a figure/],
])('a figure of %s asks what fits its colour', (value, opening, comment, action) => {
  const prompts = of(value);
  expect(prompts.opening).toMatch(opening);
  expect(prompts.comments).toContain(comment);
  expect(prompts.actions[0]).toMatch(action);
  // Every plan names a role and a day.
  expect(prompts.actions.slice(1)).toEqual(['Who will do it? Name the role, not the person.', 'By when?']);
});

test('a watched measure asks without a colour', () => {
  expect(promptsFor({ value: '9', target: null, measure: facts({ polarity: 'none' }) }).opening).toMatch(/^No colour/);
});
