import { assurances, variations } from '@/lib/spc/spc';
import { AssuranceTag, VariationTag } from './signal-tag';

const variationMeaning: Record<(typeof variations)[number], string> = {
  common_cause: 'the figure moves as it always has: no signal',
  improvement: 'a change for the better that chance does not explain',
  concern: 'a change for the worse that chance does not explain',
  neither: 'a change that chance does not explain, where neither way is better',
};
const assuranceMeaning: Record<(typeof assurances)[number], string> = {
  consistently_meets: 'the target will be met unless something changes',
  hit_or_miss: 'chance alone decides whether the target is met',
  consistently_misses: 'the target will be missed unless something changes',
};

/** What the tags of process control mean; the arrow in a shape says whether the figure is high or low. */
export function SignalLegend() {
  return (
    <dl className="legend">
      <div>
        <dt>Signal or noise: the latest figure</dt>
        {variations.map((kind) => (
          <dd key={kind}>
            <VariationTag variation={{ kind, way: kind === 'common_cause' ? null : 'high' }} /> {variationMeaning[kind]}
          </dd>
        ))}
      </div>
      <div>
        <dt>Signal or noise: the target</dt>
        {assurances.map((assurance) => (
          <dd key={assurance}>
            <AssuranceTag assurance={assurance} /> {assuranceMeaning[assurance]}
          </dd>
        ))}
      </div>
    </dl>
  );
}
