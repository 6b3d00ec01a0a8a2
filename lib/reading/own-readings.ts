import { type State, states } from './workflow';

/** The states of a reading as its owner sees them, with what she can do in each. */
export const ownStates: Record<State, { title: string; verb: string; hint: string }> = {
  draft: {
    title: 'Drafts',
    verb: 'Go on',
    hint: 'Nobody else has these until you submit them.',
  },
  returned: {
    title: 'Returned to you',
    verb: 'Answer',
    hint: 'Each says why it came back.',
  },
  submitted: {
    title: 'With the head of service',
    verb: 'Take back',
    hint: 'You can take back what waits for the head of service.',
  },
  approved: {
    title: 'Approved, not yet published',
    verb: 'Read',
    hint: 'To change one of these, ask the head of service to return it.',
  },
  published: {
    title: 'Published',
    verb: 'Correct',
    hint: 'A correction is a new version; what is published stands until it is approved and published.',
  },
};

/** In the order of the list of links: what is the owner’s to do first. */
export const ownStateOrder = ['draft', 'returned', 'submitted', 'approved', 'published'] as const satisfies State[];

/** The state that an address asks for; null for none, or for one that there is not. */
export const stateFromAddress = (value: unknown): State | null => states.find((state) => state === value) ?? null;

/** The address of an owner’s readings in a state. */
export const ownReadingsHref = (state: State): string => `/work/readings?state=${state}`;
