import { withoutEnd } from '@/lib/text/sentence-end';
import { type Details, reading, text } from './detail-words';

const because = ({ reason }: Details): string => withoutEnd(text(reason) ?? 'no reason');

/** 'that counts from 1 to 5 are hidden', as an event kept it. */
const decision = ({ decision: kept }: Details): string => text(kept) ?? 'nothing';

const about = ({ measure, service }: Details): string =>
  measure ? `for measure ${text(measure)}` : `for every measure of ${text(service) ?? 'the service'} without its own`;

/** What each kind of event about small counts of people says after the name of who did it. */
export const disclosurePredicates = {
  small_counts_decided: (details: Details) => {
    const before = text(details.was) ? ` instead of ${text(details.was)}` : '';
    return `recorded a decision on small counts ${about(details)}: ${decision(details)}${before}, decided by ${text(details.decidedBy) ?? 'somebody'}: ${because(details)}`;
  },
  exception_asked: (details: Details) =>
    `asked for ${reading(details)} to be shown although it is small: ${because(details)}`,
  exception_confirmed: (details: Details) =>
    `confirmed that ${reading(details)} is shown although it is small: ${because(details)}`,
  exception_refused: (details: Details) =>
    `refused to show ${reading(details)}, which stays hidden: ${because(details)}`,
  exception_withdrawn: (details: Details) =>
    `took back that ${reading(details)} is shown although it is small: ${because(details)}`,
};
