import type { Role } from './person';

/** What each role is called, and what a person may do with it. */
export const roleWords: Record<Role, { name: string; about: string }> = {
  performance_officer: {
    name: 'Performance officer',
    about: 'Publishes editions, and keeps services, measures, targets, outturns and comparators.',
  },
  administrator: {
    name: 'Administrator',
    about: 'Looks after people: who is here, what they may do, who owns and heads what.',
  },
  councillor: {
    name: 'Councillor',
    about: 'Has an overview when signed in, and reads an edition early where its release says so.',
  },
};
