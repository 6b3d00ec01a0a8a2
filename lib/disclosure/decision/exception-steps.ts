import type { Policy } from '@/lib/disclosure/policy';
import { isPerformanceOfficer, ownsMeasure, type Person } from '@/lib/people/person';
import { headsService } from '@/lib/people/who-acts-as-head';

/** What the steps need to know of an exception: of which measure it is, who asked for it, and whether somebody confirmed it. */
export type ExceptionFacts = { serviceId: number; measureId: number; askedBy: number; isConfirmed: boolean };

/** Why this person may not ask for a figure of a measure to be shown, or null when they may. Source: docs/rules.md, Small counts of people. */
export const askRefusal = (who: Person, { measureId }: Pick<ExceptionFacts, 'measureId'>): string | null =>
  isPerformanceOfficer(who) || ownsMeasure(who, measureId)
    ? null
    : 'Only the data owner of this measure or the performance officer can ask for a small figure to be shown.';

/** Why this person may not confirm an exception today, or null when they may. */
export function confirmRefusal(who: Person, exception: ExceptionFacts, today: string): string | null {
  if (!headsService(who, exception.serviceId, today))
    return 'Only the head of this service, or their deputy, can confirm that a small figure is shown.';
  if (exception.askedBy === who.id) return 'You asked for this figure to be shown: another pair of eyes confirms it.';
  return null;
}

/** Why this person may not end an exception today, so that its figure is hidden again, or null when they may. */
export function endRefusal(who: Person, exception: ExceptionFacts, today: string): string | null {
  const may =
    exception.askedBy === who.id || headsService(who, exception.serviceId, today) || isPerformanceOfficer(who);
  return may
    ? null
    : 'Only whoever asked for it, the head of this service, their deputy or the performance officer can end this.';
}

/** Why no figure of a measure needs an exception, or null where one may. */
export function whyNoException(countsPeople: boolean, policy: Policy | null): string | null {
  if (!countsPeople) return 'This measure counts no people, so none of its figures is hidden for being small.';
  if (!policy) return 'Nobody has decided on the small counts of this measure yet: that comes first.';
  return policy.method === 'show' ? 'The small counts of this measure are shown already.' : null;
}

/** What ending an exception is: the one who asked withdraws it, a head refuses it, and what was confirmed is taken back. */
export function endingOf(
  { id }: Pick<Person, 'id'>,
  { askedBy, isConfirmed }: ExceptionFacts,
): 'refused' | 'withdrawn' {
  return isConfirmed || askedBy === id ? 'withdrawn' : 'refused';
}

/** What the form that ends an exception is called, by whether it stands and who looks at it. */
export function endingWords(isConfirmed: boolean, isOwn: boolean): { fold: string; button: string; label: string } {
  if (isConfirmed) return { fold: 'Hide it again', button: 'Hide it again', label: 'Why is it hidden again?' };
  return isOwn
    ? { fold: 'Withdraw it', button: 'Withdraw it', label: 'Why is it withdrawn?' }
    : { fold: 'Refuse it instead', button: 'Refuse it', label: 'Why does it stay hidden?' };
}
