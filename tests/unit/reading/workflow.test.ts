import { describe, expect, test } from 'vitest';
import type { Person } from '@/lib/people/person';
import {
  type ReadingFacts,
  refusal,
  type State,
  type Step,
  states,
  stepNames,
  steps,
  stepsFor,
} from '@/lib/reading/workflow';

const today = '2026-08-17';
const buses = 1;
const nobody: Person = { id: 0, name: 'Nora', roles: [], owns: [], heads: [], deputises: [] };
const span = { serviceId: buses, headId: 3, headName: 'Hana', fromDay: '2026-08-01', untilDay: '2026-08-31' };

const sending = (measureId: number): Person => ({
  ...nobody,
  id: 10,
  system: { id: 1, name: 'Finance system', madeBy: 11, sends: [{ measureId, serviceId: buses }] },
});

const people = {
  'Olive, its data owner': { ...nobody, id: 1, owns: [{ measureId: 1, serviceId: buses }] },
  'Oskar, who owns another measure of the service': { ...nobody, id: 2, owns: [{ measureId: 2, serviceId: buses }] },
  'Hana, head of service': { ...nobody, id: 3, heads: [buses] },
  'Dev, her deputy': { ...nobody, id: 4, deputises: [span] },
  'Ada, performance officer': { ...nobody, id: 5, roles: ['performance_officer'] },
  'Adam, administrator': { ...nobody, id: 6, roles: ['administrator'] },
  'Cal, councillor': { ...nobody, id: 7, roles: ['councillor'] },
  'Otis, data owner of another service': { ...nobody, id: 8, owns: [{ measureId: 9, serviceId: 2 }] },
  'Hester, head of another service': { ...nobody, id: 9, heads: [2] },
  Nora: nobody,
  'Finance system, which sends it': sending(1),
  'Fleet system, which sends another measure': sending(2),
} satisfies Record<string, Person>;
type Who = keyof typeof people;

/** Who may take a step, and from where: everything else is refused. Source: docs/rules.md, The road of a reading. */
const allowed: Record<Step, { who: Who[]; from: (State | null)[] }> = {
  save: { who: ['Olive, its data owner', 'Finance system, which sends it'], from: [null, 'draft', 'returned'] },
  submit: { who: ['Olive, its data owner', 'Finance system, which sends it'], from: ['draft', 'returned'] },
  withdraw: { who: ['Olive, its data owner'], from: ['submitted'] },
  approve: { who: ['Hana, head of service', 'Dev, her deputy'], from: ['submitted'] },
  return: { who: ['Hana, head of service', 'Dev, her deputy'], from: ['submitted', 'approved'] },
  correct: { who: ['Olive, its data owner'], from: ['published'] },
};

const reading = (state: State | null, more: Partial<ReadingFacts> = {}): ReadingFacts => ({
  measureId: 1,
  serviceId: buses,
  state,
  authors: [1],
  submittedBy: 1,
  ended: true,
  ...more,
});

const everywhere = [null, ...states] as const;
const matrix = stepNames.flatMap((step) =>
  everywhere.flatMap((state) => (Object.keys(people) as Who[]).map((who) => ({ step, state, who }))),
);

describe(`every role × every step × every state: ${matrix.length} answers`, () => {
  test.each(matrix)('$who: $step from $state', ({ step, state, who }) => {
    const may = allowed[step].who.includes(who);
    const here = allowed[step].from.includes(state);
    const why = refusal(people[who], step, reading(state), today);
    expect(why === null).toBe(may && here);
    // Who may not is told so first; who may, but not now, is told where the step begins.
    if (why !== null) expect(why).toBe(may ? steps[step].elsewhere : steps[step].otherwise);
    expect(stepsFor(people[who], reading(state), today).includes(step)).toBe(may && here);
  });
});

test('no step is taken before the period has ended', () => {
  for (const step of stepNames)
    for (const state of allowed[step].from) {
      const [who] = allowed[step].who;
      const early = reading(state, { ended: false });
      expect(refusal(people[who as Who], step, early, today)).toMatch(/has not ended yet/);
    }
});

describe('two pairs of eyes', () => {
  const hana = people['Hana, head of service'];
  const dev = people['Dev, her deputy'];
  const olive = people['Olive, its data owner'];

  test.each([
    ['Hana wrote a part within Olive’s submission', hana, reading('submitted', { authors: [1, 3] })],
    ['Hana submitted what Olive wrote', hana, reading('submitted', { submittedBy: 3 })],
    ['Dev wrote a part', dev, reading('submitted', { authors: [1, 4] })],
    ['Olive heads the service herself', { ...olive, heads: [buses] }, reading('submitted')],
    ['Olive deputises for Hana', { ...olive, deputises: [span] }, reading('submitted')],
    [
      'Olive has every role there is',
      { ...olive, heads: [buses], deputises: [span], roles: [...(['performance_officer', 'administrator'] as const)] },
      reading('submitted'),
    ],
  ] satisfies [string, Person, ReadingFacts][])('nobody approves their own work: %s', (_, who, of) => {
    expect(refusal(who, 'approve', of, today)).toMatch(/never what they wrote or submitted/);
  });

  test.each([
    ['2026-07-31', false],
    ['2026-08-01', true],
    ['2026-08-31', true],
    ['2026-09-01', false],
  ])('Dev deputises from the first to the last day of the span, both included: %s %s', (day, may) => {
    expect(refusal(dev, 'approve', reading('submitted'), day) === null).toBe(may);
  });
});
