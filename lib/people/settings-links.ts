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
  {
    href: '/settings/committees',
    text: 'Committees and meetings',
    about: 'Who reads which scorecards, when they meet, and by when their papers must be out.',
  },
  {
    href: '/settings/calendar',
    text: 'Calendar',
    about: 'Bank holidays, those by proclamation too, and how long after its period each figure is due.',
  },
  {
    href: '/settings/glossary',
    text: 'Glossary',
    about: 'The words and abbreviations that your scorecards use, with what they mean.',
  },
  {
    href: '/settings/year-end',
    text: 'Year end',
    about:
      'The figures of the council year that is over: what its readings give, confirmed together or decided one by one.',
  },
];

/** What both keep. */
const council: Setting[] = [
  {
    href: '/settings/council',
    text: 'Council',
    about: 'Its name, where residents write, its area code, and the licence of its figures.',
  },
  {
    href: '/settings/bring-in',
    text: 'Bring in and take out',
    about: 'Your own spreadsheets, checked before anything of them is saved; and everything out again as a workbook.',
  },
];

/** What an administrator keeps. */
const people: Setting[] = [
  {
    href: '/settings/people',
    text: 'People',
    about: 'Who is here and how they sign in, what they may do, and who owns and heads what.',
  },
  {
    href: '/settings/systems',
    text: 'Sending systems',
    about: 'Other systems of the council that send readings, each by a token that may submit and do nothing else.',
  },
];

/** The settings that a person keeps, in the order in which a council is set up; none for everybody else. */
export const settingsOf = (who: Person): Setting[] => [
  ...(isPerformanceOfficer(who) || isAdministrator(who) ? council : []),
  ...(isPerformanceOfficer(who) ? framework : []),
  ...(isAdministrator(who) ? people : []),
];
