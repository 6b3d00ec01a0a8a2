import { capital } from '@/lib/text/number-in-words';
import { withoutEnd } from '@/lib/text/sentence-end';
import { formatDate } from '@/lib/time/period';
import type { Policy } from './policy';

type Rule = Pick<Policy, 'method' | 'threshold'>;

/** 'from 1 to 5', or '1' alone: which counts are small. */
const smallCounts = (threshold: number): string => (threshold === 1 ? 'of 1' : `from 1 to ${threshold}`);

/** What was decided, without full stop: 'counts from 1 to 5 are hidden'. */
export const policyWords = ({ method, threshold }: Rule): string =>
  method === 'hide' ? `counts ${smallCounts(threshold)} are hidden` : 'small counts are shown';

/** Who decided it, when and why, as a sentence. */
export const decidedSentence = ({ decidedBy, decidedOn, reason }: Policy): string =>
  `Decided by ${decidedBy} on ${formatDate(decidedOn)}: ${withoutEnd(reason)}.`;

/** What a form proposes where nobody has decided yet: it counts for nothing until somebody saves it. */
export const proposedReason = 'So few people could be recognised by those who know them.';

/** What a page says holds now: a policy and where it comes from, or why there is none. */
export type PolicyNow = { policy: Policy; from: string } | { sentence: string };

/** What holds for a measure: its own decision, else the default of its service. */
export function policyNow(countsPeople: boolean, own: Policy | null, byService: Policy | null): PolicyNow {
  if (!countsPeople)
    return {
      sentence:
        'This measure counts no people, so none of its figures is hidden for being small. If it does, say so first where its counting is changed.',
    };
  if (own) return { policy: own, from: 'by a decision on this measure' };
  if (byService) return { policy: byService, from: 'by the default of the service' };
  return {
    sentence:
      'Nobody has decided yet, and no edition goes out before. The usual answer is filled in below: it counts once you save it.',
  };
}

/** What holds as the default of a service. */
export const defaultNow = (own: Policy | null): PolicyNow =>
  own
    ? { policy: own, from: 'by the default of this service' }
    : {
        sentence: 'This service has no default yet. The usual answer is filled in below: it counts once you save it.',
      };

/** What holds for the small counts of a measure that counts people, as a sentence with its decision. */
export function smallCountsSentence({ policy, from }: { policy: Policy | null; from: 'measure' | 'service' | null }) {
  if (!policy) return 'Nobody has decided yet, and no edition goes out before.';
  const rule = capital(policyWords(policy));
  return `${rule}${from === 'service' ? ', by the default of the service' : ''}. ${decidedSentence(policy)}`;
}
