import { countRows, type PlanCounts } from '@/lib/bring-in/plan-row-shape';
import { type Kind, kinds, type Wish } from '@/lib/bring-in/wish';
import { permissions } from '@/lib/people/change-permissions';
import type { CouncilNow, Drafted, PlanParty, ServiceNow } from './row/council-now';
import { personKey } from './row/person-named';
import { comparatorKey, planComparator } from './row/plan-comparator';
import { measureKey, planMeasure } from './row/plan-measure';
import { outturnKey, planOutturn } from './row/plan-outturn';
import { planPerson } from './row/plan-person';
import { planReading, readingKey } from './row/plan-reading';
import { planService, serviceKey, serviceNamed } from './row/plan-service';
import { planTarget, targetKey } from './row/plan-target';
import { type Planned, refuses, same } from './row/planned';
import { periodReader } from './row/reading-period';
import { alikeSentence, type Repeated, repeated, unlikeSentence } from './rows-alike';

/** What a file would do, row by row in the order in which it is done. */
export type Plan = { rows: Planned[]; counts: PlanCounts };

/** Wishes of one kind as they are looked at: under which key a wish stands, and what it comes to. */
type KindRule = { keyOf: (wish: Wish) => string | null; plan: (wish: Wish) => Planned | Planned[] };

/**
 * What wishes come to in the council as it is, in the order services, people, measures, targets, outturns, comparators, readings;
 * a row sees what the rows before have made. Pure: the same wishes in the same council give the same plan.
 */
export function planOf(wishes: Wish[], council: CouncilNow, party: PlanParty, today: string): Plan {
  const steps = planSteps(wishes, council, party, today);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of some rows, each of which answers how many are done, so that others have their turn in between. */
export function* planSteps(
  wishes: Wish[],
  council: CouncilNow,
  party: PlanParty,
  today: string,
): Generator<number, Plan> {
  const drafted: Drafted = {
    services: council.services.map((service) => ({ ...service })),
    people: council.people,
    measures: new Map(council.measures.map((measure) => [measure.draft.code, measure])),
    refusedCodes: new Set(),
    party,
    today,
  };
  const rows: Planned[] = [];
  let done = 0;
  for (const kind of kinds) {
    const own = inOrder(
      kind,
      wishes.filter((wish) => wish.kind === kind),
    );
    const rule = ruleOf(kind, drafted, own);
    const keyed = repeated(own, rule.keyOf);
    let key = keyed.next();
    for (; !key.done; key = keyed.next()) yield done;
    const others = key.value;
    for (const wish of own) {
      rows.push(...[plannedRow(wish, rule, drafted, others)].flat());
      done += 1;
      if (done % 20 === 0) yield done;
    }
  }
  return { rows, counts: countRows(rows.map(({ row }) => row)) };
}

/** Services in the places that they ask for, and targets by their months; all else as the file has it. */
function inOrder(kind: Kind, wishes: Wish[]): Wish[] {
  if (kind === 'service') {
    const place = ({ fields }: Wish) => Number(fields.place) || Number.POSITIVE_INFINITY;
    return wishes.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
  }
  if (kind === 'target') return wishes.toSorted((a, b) => (targetKey(a) ?? '').localeCompare(targetKey(b) ?? ''));
  return wishes;
}

function plannedRow(
  wish: Wish,
  { plan }: KindRule,
  { party, measures, refusedCodes }: Drafted,
  others: Map<Wish, Repeated>,
): Planned | Planned[] {
  const named = { wish, what: wish.fields.code ?? wish.fields.name ?? wish.fields.measure ?? '' };
  if (party.scope === 'own' && wish.kind !== 'reading')
    return refuses(named, `${permissions.bring_in.otherwise} A file of your own brings readings alone.`);
  const other = others.get(wish);
  if (!other) return plan(wish);
  if (other.alike) return same(named, alikeSentence(other));
  const code = wish.kind === 'measure' ? measureKey(wish) : null;
  if (code !== null && !measures.has(code)) refusedCodes.add(code);
  return refuses(named, unlikeSentence(wish, other));
}

function ruleOf(kind: Kind, drafted: Drafted, own: Wish[]): KindRule {
  const periodOf = periodReader();
  const reserved = (service: ServiceNow): number[] =>
    own.flatMap(({ fields }) => {
      const isHere = serviceNamed(drafted.services, fields.service ?? '')?.slug === service.slug;
      return isHere && /^\d{1,4}$/.test(fields.number?.trim() ?? '') ? [Number(fields.number)] : [];
    });
  const kept = new Map<string, number[]>();
  const numbers = (service: ServiceNow): number[] => {
    const known = kept.get(service.slug) ?? reserved(service);
    kept.set(service.slug, known);
    return known;
  };
  const rules: Record<Kind, KindRule> = {
    service: { keyOf: serviceKey, plan: (wish) => planService(drafted, wish) },
    person: { keyOf: personKey, plan: (wish) => planPerson(drafted, wish) },
    measure: { keyOf: measureKey, plan: (wish) => planMeasure(drafted, wish, numbers) },
    target: { keyOf: targetKey, plan: (wish) => planTarget(drafted, wish) },
    outturn: { keyOf: outturnKey, plan: (wish) => planOutturn(drafted, wish) },
    comparator: { keyOf: comparatorKey, plan: (wish) => planComparator(drafted, wish) },
    reading: {
      keyOf: (wish) => readingKey(drafted, wish, periodOf),
      plan: (wish) => planReading(drafted, wish, periodOf),
    },
  };
  return rules[kind];
}
