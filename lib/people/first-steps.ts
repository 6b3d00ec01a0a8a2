import { serviceDecisionHref } from '@/lib/disclosure/small-counts-address';
import { type Frequency, name, periodContaining, shift } from '@/lib/time/period';
import { isAdministrator, isPerformanceOfficer, type Person } from './person';

/**
 * How far a council has come with its first scorecard. The counts are those of the service that comes first: the first in the
 * council's order that has measures, or the first of all.
 */
export type FirstFacts = {
  council: { name: string; contact: string; areaCode: string | null };
  services: number;
  service: { name: string; slug: string; isHeaded: boolean } | null;
  /** Its measures that count today, and how many of them have a target or say why not, an owner, an approved reading. */
  measures: number;
  withTarget: number;
  withOwner: number;
  withReading: number;
  /** How many of them count people, while nobody has decided on their small counts. */
  undecided: number;
  /** Of its first measure: how often it is read, and from which period on. */
  calendar: { frequency: Frequency; startMonth: number; requiredFrom: string } | null;
  isPublished: boolean;
};

/** Where a step is: done; to do, with how many things where they can be counted; or not before another step. */
export type StepState = { is: 'done' } | { is: 'to_do'; count: number | null } | { is: 'after'; step: number };

/** One of the seven steps: what it says of itself, and the address at which this person does it, or null. */
export type FirstStep = {
  title: string;
  about: string;
  go: string;
  href: string | null;
  state: StepState;
  /** Another way to take it, where there is one. */
  instead?: { text: string; href: string };
};

/** Who is led through the first steps: they alone can take them. */
export const takesFirstSteps = (who: Person): boolean => isAdministrator(who) || isPerformanceOfficer(who);

/** Services, measures, targets and people may come in together, as a council keeps them. */
const bringIn = { text: 'Or bring in your workbook', href: '/settings/bring-in' };

/** No edition goes out before it is decided what is hidden of few people. */
const decideOn = (slug: string) => ({ text: 'Decide on small counts', href: serviceDecisionHref(slug) });

const done: StepState = { is: 'done' };
const toDo = (count: number | null = null): StepState => ({ is: 'to_do', count });
const after = (step: number): StepState => ({ is: 'after', step });
const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** What is left of a number of things: none is done, all of them is no count, and some is that many. */
const left = (there: number, needed: number): StepState =>
  there >= needed ? done : toDo(there === 0 || needed === 0 ? null : needed - there);

/** The seven steps to a first scorecard on a day, in their order. */
export function firstSteps(facts: FirstFacts, who: Person, today: string): FirstStep[] {
  const { council, service, measures, withTarget, withOwner, withReading, isPublished } = facts;
  const officer = (href: string) => (isPerformanceOfficer(who) ? href : null);
  const staffed = withOwner + (service?.isHeaded ? 1 : 0);
  const people = measures === 0 ? toDo() : left(staffed, measures + 1);
  const reading = people.is === 'done' ? left(withReading, measures) : after(5);
  const steps: FirstStep[] = [
    { title: 'Your council', about: councilWords(council), go: 'your council', href: null, state: done },
    {
      title: 'A service',
      about: serviceWords(facts),
      go: 'add a service',
      href: officer('/settings/services'),
      state: service ? done : toDo(),
      ...(service === null && { instead: bringIn }),
    },
    {
      title: 'Measures',
      about: measures > 0 && service ? `${counted(measures, 'measure')} in ${service.name}` : noMeasures,
      go: 'add measures',
      href: officer('/settings/measures'),
      state: service ? (measures > 0 ? done : toDo()) : after(2),
      ...(service !== null && measures === 0 && { instead: bringIn }),
    },
    {
      title: 'Targets',
      about: targetWords(facts),
      go: 'add targets',
      href: officer('/settings/measures'),
      state: measures > 0 ? left(withTarget, measures) : after(3),
    },
    {
      title: 'People',
      about: peopleWords(facts),
      go: lacksHeadAlone(facts) ? 'name the head of service' : 'invite people',
      href: isAdministrator(who) ? peopleHref(facts) : null,
      state: people,
    },
    {
      title: 'The first month',
      about: monthWords(facts, today),
      go: 'enter the first month',
      href: service && `/services/${service.slug}`,
      state: reading,
    },
    {
      title: 'The first edition',
      about: editionWords(facts),
      go: 'publish the first edition',
      href: service && officer(`/releases/${service.slug}`),
      state: reading.is === 'done' ? toDo() : after(6),
      ...(service && facts.undecided > 0 && isPerformanceOfficer(who) && { instead: decideOn(service.slug) }),
    },
  ];
  return isPublished ? steps.map(({ instead: _, ...step }) => ({ ...step, state: done })) : steps;
}

/** How many steps are done, as a sentence: "3 of 7 steps are done." */
export function stepsSentence(steps: FirstStep[]): string {
  const count = steps.filter(({ state }) => state.is === 'done').length;
  if (count === steps.length) return 'All seven steps are done.';
  return `${count} of ${steps.length} ${count === 1 ? 'steps is' : 'steps are'} done.`;
}

/** The first step that this person can take now, or null. */
export const nextStep = (steps: FirstStep[]): FirstStep | null =>
  steps.find(({ state, href }) => state.is === 'to_do' && href !== null) ?? null;

/** The state of a step in a word: "Done", "2 to do", "after step 5". */
export function stateWords(state: StepState): string {
  if (state.is === 'done') return 'Done';
  if (state.is === 'after') return `after step ${state.step}`;
  return state.count === null ? 'To do' : `${state.count} to do`;
}

const councilWords = ({ name, areaCode, contact }: FirstFacts['council']): string =>
  `${areaCode ? `${name}, ${areaCode}` : name}. Contact: ${contact}`;

function serviceWords({ service, services }: FirstFacts): string {
  if (!service) return 'The part of the council whose scorecard comes first.';
  const others = services > 1 ? `, and ${counted(services - 1, 'other')}` : '';
  return `${service.name}, at /scorecards/${service.slug}${others}`;
}

const noMeasures = 'What the scorecard shows, each with its unit and how often it is read.';

function targetWords({ measures, withTarget }: FirstFacts): string {
  if (measures > 0 && withTarget >= measures) return 'Each measure has one, or says why it has none.';
  return `${measures > 0 ? `${withTarget} of ${measures} have one. ` : ''}A measure can also say why it has none.`;
}

function peopleWords({ service, measures, withOwner }: FirstFacts): string {
  if (!service || withOwner + (service.isHeaded ? 1 : 0) === 0)
    return 'Invite a data owner for each measure, and a head of service who approves.';
  const owners =
    withOwner >= measures
      ? 'Each measure has a data owner.'
      : `${withOwner} of ${counted(measures, 'measure')} ${withOwner === 1 ? 'has' : 'have'} a data owner.`;
  return `${owners} ${service.name} has ${service.isHeaded ? 'a' : 'no'} head of service${service.isHeaded ? '' : ' yet'}.`;
}

/** Whether every measure has an owner, so that a head is all that is missing. */
const lacksHeadAlone = ({ service, measures, withOwner }: FirstFacts): boolean =>
  service !== null && !service.isHeaded && measures > 0 && withOwner >= measures;

const peopleHref = (facts: FirstFacts): string =>
  lacksHeadAlone(facts) ? `/settings/people/posts/${facts.service?.slug}` : '/settings/people';

function editionWords({ undecided }: FirstFacts): string {
  if (undecided === 0) return 'Read it as the public would, then publish it.';
  const many = undecided === 1 ? '1 measure counts people' : `${undecided} measures count people`;
  return `Read it as the public would, then publish it. ${many}: decide first whether counts of a few are hidden.`;
}

function monthWords({ calendar, measures, withReading }: FirstFacts, today: string): string {
  if (measures > 0 && withReading >= measures) return 'Every measure has a reading that another person approved.';
  if (!calendar) return 'Enter the figures, then have them approved by another person.';
  const ended = shift(periodContaining(today, calendar), -1).start;
  const hasEnded = calendar.requiredFrom <= ended;
  const start = hasEnded ? ended : calendar.requiredFrom;
  const period = name({ frequency: calendar.frequency, start });
  return hasEnded
    ? `Enter ${period}, then have it approved by another person.`
    : `Enter ${period} when it has ended, then have it approved by another person.`;
}
