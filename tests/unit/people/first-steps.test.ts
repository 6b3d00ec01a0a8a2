import { expect, test } from 'vitest';
import {
  type FirstFacts,
  firstSteps,
  nextStep,
  stateWords,
  stepsSentence,
  takesFirstSteps,
} from '@/lib/people/first-steps';
import type { Person } from '@/lib/people/person';

const person = (...roles: Person['roles']): Person => ({
  id: 1,
  name: 'Ines Okafor',
  roles,
  owns: [],
  heads: [],
  deputises: [],
});
const ines = person('administrator', 'performance_officer');
const today = '2018-08-17';

const begun: FirstFacts = {
  council: { name: 'Westmere Borough Council', contact: 'performance@westmere.example', areaCode: 'E07000999' },
  services: 0,
  service: null,
  measures: 0,
  withTarget: 0,
  withOwner: 0,
  withReading: 0,
  undecided: 0,
  calendar: null,
  isPublished: false,
};
const housing = { name: 'Housing', slug: 'housing', isHeaded: false };
const calendar = { frequency: 'monthly', startMonth: 4, requiredFrom: '2018-04-01' } as const;
/** As in the picture: five measures in Housing, three with a target, nobody invited. */
const pictured: FirstFacts = { ...begun, services: 1, service: housing, measures: 5, withTarget: 3, calendar };
const staffed: FirstFacts = { ...pictured, withTarget: 5, withOwner: 5, service: { ...housing, isHeaded: true } };

const steps = (facts: FirstFacts, who = ines) => firstSteps(facts, who, today);
const states = (facts: FirstFacts) => steps(facts).map(({ state }) => stateWords(state));

test('a council that has just begun has one of seven steps done', () => {
  expect(states(begun)).toEqual([
    'Done',
    'To do',
    'after step 2',
    'after step 3',
    'To do',
    'after step 5',
    'after step 6',
  ]);
  expect(stepsSentence(steps(begun))).toBe('1 of 7 steps is done.');
  expect(nextStep(steps(begun))).toMatchObject({ go: 'add a service', href: '/settings/services' });
});

test('a workbook may be brought in instead, beside the first of what it brings that is to do', () => {
  const beside = (facts: FirstFacts) => steps(facts).flatMap(({ title, instead }) => (instead ? [title] : []));
  expect(beside(begun)).toEqual(['A service']);
  expect(steps(begun)[1]?.instead).toEqual({ text: 'Or bring in your workbook', href: '/settings/bring-in' });
  expect(beside({ ...begun, services: 1, service: housing })).toEqual(['Measures']);
  expect(beside(pictured)).toEqual([]);
  expect(beside({ ...begun, isPublished: true })).toEqual([]);
});

test('five measures, three with a target: 3 of 7 steps are done, 2 targets to do', () => {
  expect(states(pictured)).toEqual(['Done', 'Done', 'Done', '2 to do', 'To do', 'after step 5', 'after step 6']);
  expect(stepsSentence(steps(pictured))).toBe('3 of 7 steps are done.');
  expect(nextStep(steps(pictured))).toMatchObject({ go: 'add targets' });
  expect(steps(pictured).map(({ about }) => about)).toEqual([
    'Westmere Borough Council, E07000999. Contact: performance@westmere.example',
    'Housing, at /scorecards/housing',
    '5 measures in Housing',
    '3 of 5 have one. A measure can also say why it has none.',
    'Invite a data owner for each measure, and a head of service who approves.',
    'Enter July 2018, then have it approved by another person.',
    'Read it as the public would, then publish it.',
  ]);
});

test('each kind of person that is missing is named, and counted', () => {
  const some = { ...pictured, withOwner: 1 };
  expect(states(some)[4]).toBe('5 to do');
  expect(steps(some)[4]?.about).toBe('1 of 5 measures has a data owner. Housing has no head of service yet.');
  const owned = { ...pictured, withOwner: 5 };
  expect(states(owned)[4]).toBe('1 to do');
  expect(steps(owned)[4]?.about).toBe('Each measure has a data owner. Housing has no head of service yet.');
});

test('the first month comes after its people, and the first edition after the first month', () => {
  expect(states(staffed).slice(3)).toEqual(['Done', 'Done', 'To do', 'after step 6']);
  expect(nextStep(steps(staffed))).toMatchObject({ href: '/services/housing' });
  expect(states({ ...staffed, withReading: 4 }).slice(5)).toEqual(['1 to do', 'after step 6']);
  const read = { ...staffed, withReading: 5 };
  expect(states(read).slice(5)).toEqual(['Done', 'To do']);
  expect(nextStep(steps(read))).toMatchObject({ go: 'publish the first edition', href: '/releases/housing' });
  expect(stepsSentence(steps(read))).toBe('6 of 7 steps are done.');
});

test('what is hidden of a few people is decided before the first edition, by whoever may', () => {
  const undecided = { ...pictured, undecided: 2 };
  expect(steps(undecided)[6]).toMatchObject({
    about:
      'Read it as the public would, then publish it. 2 measures count people: decide first whether counts of a few are hidden.',
    instead: { text: 'Decide on small counts', href: '/settings/services/housing/small-counts' },
  });
  expect(steps({ ...pictured, undecided: 1 })[6]?.about).toContain('1 measure counts people: decide first');
  expect(steps(undecided, person('administrator'))[6]?.instead).toBeUndefined();
  expect(steps(pictured)[6]?.instead).toBeUndefined();
});

test('a month that has not ended is entered when it has', () => {
  const later = { ...pictured, calendar: { ...calendar, requiredFrom: '2018-10-01' } };
  expect(steps(later)[5]?.about).toBe('Enter October 2018 when it has ended, then have it approved by another person.');
  const yearly = { ...pictured, calendar: { frequency: 'annual', startMonth: 4, requiredFrom: '2017-04-01' } as const };
  expect(steps(yearly)[5]?.about).toContain('Enter April 2017 to March 2018, then');
});

test('once an edition is published all seven are done, and nothing is left to go on to', () => {
  const published = steps({ ...pictured, isPublished: true });
  expect(stepsSentence(published)).toBe('All seven steps are done.');
  expect(nextStep(published)).toBeNull();
});

test('nobody is led to a page that they may not open', () => {
  const links = (who: Person) => steps(staffed, who).map(({ href }) => href);
  expect(links(person('administrator'))).toEqual([
    null,
    null,
    null,
    null,
    '/settings/people',
    '/services/housing',
    null,
  ]);
  expect(links(person('performance_officer'))).toEqual([
    null,
    '/settings/services',
    '/settings/measures',
    '/settings/measures',
    null,
    '/services/housing',
    '/releases/housing',
  ]);
  expect(nextStep(steps(pictured, person('administrator')))).toMatchObject({ go: 'invite people' });
  expect([ines, person('administrator'), person('performance_officer')].every(takesFirstSteps)).toBe(true);
  expect([person('councillor'), person()].some(takesFirstSteps)).toBe(false);
});

test('where every measure has an owner the step leads on to the head of service', () => {
  const headless = { ...staffed, service: housing };
  expect(nextStep(steps(headless, person('administrator')))).toMatchObject({
    go: 'name the head of service',
    href: '/settings/people/posts/housing',
  });
  expect(steps({ ...headless, withOwner: 4 })[4]).toMatchObject({ go: 'invite people', href: '/settings/people' });
});
