import { invitationOverAtItsAddress } from '@/lib/people/sign-in-words';
import { faultWords, nothingHereWords } from '@/lib/text/fault-words';
import { home } from '@/lib/text/page-address';

/** What a page behind the sign-in may end in instead of itself. */
export const troubles = ['not-found', 'invitation-over', 'set-up-over', 'too-many', 'not-available', 'fault'] as const;
export type Trouble = (typeof troubles)[number];

type TroublePage = {
  status: number;
  heading: string;
  sentence: string;
  /** The link of the page; null leads back to where the person was. */
  link: { href: string; text: string } | null;
  headers?: Record<string, string>;
};

const work = { href: home, text: 'Go to your work' };

export const troublePages: Record<Trouble, TroublePage> = {
  'not-found': {
    status: 404,
    ...nothingHereWords,
    link: work,
  },
  'invitation-over': {
    status: 404,
    heading: 'This invitation is over',
    sentence: invitationOverAtItsAddress,
    link: { href: '/sign-in', text: 'Sign in' },
  },
  'set-up-over': {
    status: 404,
    heading: 'Nothing to set up here',
    sentence:
      'No council can be set up at this address. If yours has been set up, sign in; otherwise start the server again, which ' +
      'prints a new address.',
    link: { href: '/sign-in', text: 'Sign in' },
  },
  'too-many': {
    status: 429,
    heading: 'Too many requests',
    sentence: 'More one-time links were tried from your network than we look at. Please try again in a minute.',
    link: { href: '/', text: 'All services' },
    headers: { 'Retry-After': '60' },
  },
  'not-available': {
    status: 503,
    heading: 'Not available just now',
    sentence:
      'The record cannot be reached at this moment. Nothing that was saved is lost; please try again in a minute.',
    link: null,
    headers: { 'Retry-After': '5' },
  },
  fault: {
    status: 500,
    ...faultWords,
    link: null,
  },
};
