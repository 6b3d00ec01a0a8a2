import { isAdministrator, isPerformanceOfficer, type Person } from './person';

/** A page of the settings, with what it is for in a sentence. */
type Setting = { href: string; text: string; about: string };

/** What a performance officer keeps. */
const framework: Setting[] = [
  {
    href: '/settings/services',
    text: 'Services',
    about: 'The parts of the council, each with a scorecard: their names, order and notices, and how they publish.',
  },
  {
    href: '/settings/measures',
    text: 'Measures',
    about: 'What is counted and when it is due, with its targets and outturns: each change by a dated decision.',
  },
];

/** What an administrator keeps. */
const people: Setting[] = [
  {
    href: '/settings/people',
    text: 'People',
    about: 'Who is here and how they sign in, what they may do, and who owns and heads what.',
  },
];

/** The settings that a person keeps, in the order in which a council is set up; none for everybody else. */
export const settingsOf = (who: Person): Setting[] => [
  ...(isPerformanceOfficer(who) ? framework : []),
  ...(isAdministrator(who) ? people : []),
];
