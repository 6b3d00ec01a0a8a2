import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import { disclosureDecisions, measures } from '@/db/schema';
import { usualThreshold } from '@/lib/disclosure/highest-small-count';
import type { Policy } from '@/lib/disclosure/policy';

type Decision = Pick<Policy, 'method' | 'reason'>;

const hide = (reason: string): Decision => ({ method: 'hide', reason });

/** Who decided on the small counts of each service, as its default says as well. */
const deciders: Record<string, string> = {
  'childrens-social-care': 'Data Protection Officer (an invented role)',
  'highways-and-transport': 'Head of Highways (an invented role)',
};

/** The default of every service: for measures that come later, until somebody decides on them. */
const usual = hide('So few people could be recognised by those who know them.');

/** What was decided on each measure that counts people, and why. Homes, staff, days and pounds are not hidden. */
export const demoDecisions: Record<string, Decision> = {
  'csc-02': hide('A child in foster care could be recognised by a school or a neighbour.'),
  'csc-04': hide('Where few children are adopted in a year, a family would know which of the days are its own.'),
  'csc-05': hide('Where few children are placed in a year, a family would know which of the days are its own.'),
  'csc-07': hide('Children in long-term care are few in some years, and their schools know them.'),
  'csc-08': hide('A family could see that its own referral is the one that waited.'),
  'csc-09': hide('A plan of two years or more is rare: those near the family would know whose it was.'),
  'csc-10': hide('A child whose plan began again could be recognised by those who knew of the first.'),
  'csc-11': hide('First offences of children are few in a small place, and are talked of there.'),
  'csc-12': hide('Young people who offend again are few, and local news has told of some of them.'),
  'csc-13': hide('Custodial sentences of children are heard in open court, so a count of a few leads to their names.'),
  'csc-14': hide('Where only a few interventions end, one young person without a home could be recognised.'),
  'csc-15': hide('The few care leavers without suitable housing are known where they live.'),
  'csc-16': hide('When every one of a handful is counted alike, each of them is told of.'),
  'csc-18': hide(
    'Families are counted from the start of the programme on, so that one month less another gives a few of them.',
  ),
  'csc-19': hide(
    'Families are counted from the start of the programme on, so that one month less another gives a few of them.',
  ),
  'hwy-09': {
    method: 'show',
    reason: 'The police and the Department for Transport publish each casualty by day and road already.',
  },
  'hwy-12': hide('In a small parish few residents answer, and neighbours know who they are.'),
};

/** Records the default of a service, and what was decided on each of its measures that counts people. */
export async function seedSmallCounts(
  tx: Transaction,
  { serviceId, slug }: { serviceId: number; slug: string },
  recorded: { by: number; at: string; decidedOn: string },
): Promise<void> {
  const decidedBy = deciders[slug] ?? 'Cabinet';
  const row = ({ method, reason }: Decision) => ({
    method,
    reason,
    threshold: usualThreshold,
    decidedBy,
    decidedOn: recorded.decidedOn,
    recordedBy: recorded.by,
    recordedAt: recorded.at,
  });
  await tx.insert(disclosureDecisions).values({ serviceId, ...row(usual) });
  const own = await tx
    .select({ id: measures.id, code: measures.code })
    .from(measures)
    .where(
      and(
        eq(measures.serviceId, serviceId),
        eq(measures.countsPeople, true),
        inArray(measures.code, Object.keys(demoDecisions)),
      ),
    )
    .orderBy(measures.number);
  await tx
    .insert(disclosureDecisions)
    .values(own.map(({ id, code }) => ({ measureId: id, ...row(demoDecisions[code] ?? usual) })));
}
