import { adoptionAndCourts } from './children/adoption-and-courts';
import { caseloads } from './children/caseloads';
import { childProtection } from './children/child-protection';
import { childrenInCare } from './children/children-in-care';
import { earlyHelp } from './children/early-help';
import { referrals } from './children/referrals';
import { youngOffenders } from './children/young-offenders';
import { youthJustice } from './children/youth-justice';
import type { DemoMeasure } from './demo-measure';

/**
 * The 20 measures of Northumberland County Council's printed report of 17 August 2018. Titles, figures, periods and dates are
 * the report's; definitions, comments, actions, their owners and their dates are ours, and every earlier point is invented.
 */
export const childrensSocialCare: DemoMeasure[] = [
  ...caseloads,
  ...referrals,
  ...childProtection,
  ...childrenInCare,
  ...adoptionAndCourts,
  ...youthJustice,
  ...youngOffenders,
  ...earlyHelp,
]
  .toSorted((a, b) => a.number - b.number)
  // The report prints the targets of its own day: nothing is known of any before.
  .map((measure) => ({ ...measure, targetFrom: measure.latest?.start }));
