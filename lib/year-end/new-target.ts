import type { MeasureFacts } from '@/lib/measure/measure';
import { nameOfYear, spanOfYear } from '@/lib/series/measure-year';
import { targetFigure, targetRule } from '@/lib/target/target';
import { decisionsOf, type TargetRecord, targetInForce } from '@/lib/target/target-in-force';
import { formatDate } from '@/lib/time/period';

/** What a measure is to reach in a new year: its target in words, how it came to be, and whether somebody still has to say. */
export type NewTarget = { words: string; note: string; isWanting: boolean };

type Aimed = MeasureFacts & { whyNoTarget: string | null; targets: TargetRecord[] };

/**
 * The target of a measure's own year: the one in force is carried on until another is set; one that ends with the year before is
 * said to; a profile shows its steps. Source: docs/rules.md, Year end.
 */
export function newTarget(measure: Aimed, year: number): NewTarget {
  const { from, until } = spanOfYear(measure, year);
  if (measure.polarity === 'none') return { words: 'none', note: 'the measure is watched', isWanting: false };
  const before = targetInForce(
    measure.targets.filter(({ effectiveFrom }) => effectiveFrom < from),
    from,
  );
  const inside = measure.targets.filter(({ effectiveFrom }) => effectiveFrom >= from && effectiveFrom <= until);
  const first = targetInForce(measure.targets, from) ?? inside[0] ?? null;
  if (!first || first.target.shape === 'none') return withoutTarget(measure, before, first, year);
  const steps = first === inside[0] || !inside.length ? inside : [first, ...inside];
  const isProfile = steps.length > 1 && decisionsOf(steps).length === 1;
  if (isProfile) {
    const figures = [
      targetRule(first.target, measure),
      ...steps.slice(1).map(({ target }) => targetFigure(target, measure)),
    ];
    return { words: figures.join(', then '), note: 'profiled over the year', isWanting: false };
  }
  const words = targetRule(first.target, measure) ?? 'none';
  const latest = inside.at(-1);
  if (!latest) return { words, note: 'carried on', isWanting: false };
  const decided = latest.decision ? ` on ${formatDate(latest.decision.decidedOn)}` : '';
  return { words: targetRule(latest.target, measure) ?? 'none', note: `changed${decided}`, isWanting: false };
}

/** No target for the year: the one before it ended, there is a reason, or nobody has said. */
function withoutTarget(
  measure: Aimed,
  before: TargetRecord | null,
  first: TargetRecord | null,
  year: number,
): NewTarget {
  const why = measure.whyNoTarget;
  const ended = first !== null && before !== null && before.target.shape !== 'none';
  if (ended) return { words: 'none', note: `it was set until ${nameOfYear(measure, year - 1)} only`, isWanting: !why };
  if (first || why) return { words: 'none', note: why ? `because ${why}` : 'the measure is watched', isWanting: false };
  return { words: 'none yet', note: 'Set it, or say why not', isWanting: true };
}
