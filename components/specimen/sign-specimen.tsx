import { CountStrip } from '@/components/sign/count-strip';
import { DirectionArrow } from '@/components/sign/direction-tag';
import { Figure, TargetFigure } from '@/components/sign/figure';
import { RagTag } from '@/components/sign/rag-tag';
import { Legend } from '@/components/sign/sign-meanings';
import { SignalLegend } from '@/components/sign/signal-legend';
import { AssuranceTag, VariationTag } from '@/components/sign/signal-tag';
import { StatusTag } from '@/components/sign/status-tag';
import { assurances, variations } from '@/lib/spc/spc';
import { statuses } from '@/lib/status/data-status';
import { colours } from '@/lib/target/target';

/** Every sign, tag and figure of the product in every state that it has. */
export function SignSpecimen() {
  return (
    <section aria-labelledby="signs">
      <h2 id="signs">Signs and figures</h2>
      <p>
        {colours.map((colour) => (
          <RagTag key={colour} colour={colour} />
        ))}
        <RagTag colour={null} />
      </p>
      <p>
        {statuses.map((status) => (
          <StatusTag key={status} status={status} />
        ))}
      </p>
      <p>
        <DirectionArrow direction="improving" colour="green" />
        <DirectionArrow direction="no_change" colour="green" />
        <DirectionArrow direction="worsening" colour="red" />
        <DirectionArrow direction="increasing" colour={null} />
        <DirectionArrow direction="decreasing" colour={null} />
        <DirectionArrow direction={null} colour={null} />
      </p>
      <p>
        {variations.map((kind) => (
          <VariationTag key={kind} variation={{ kind, way: kind === 'common_cause' ? null : 'low' }} />
        ))}
        {assurances.map((assurance) => (
          <AssuranceTag key={assurance} assurance={assurance} />
        ))}
      </p>
      <p>
        <Figure figure={{ text: '81%', why: null }} />{' '}
        <Figure figure={{ text: '2.68', why: null }} marks={['p', 'r']} />{' '}
        <Figure figure={{ text: null, marker: 'x', why: 'Not available yet: expected on 1 September 2018.' }} />{' '}
        <Figure figure={{ text: null, marker: 'x', why: 'Not collected in this period.' }} reason />{' '}
        <TargetFigure target={{ text: '76', why: null, rule: 'at most 76' }} />
      </p>
      <p>
        <CountStrip shape="g" count={12} /> <CountStrip shape="a" count={3} /> <CountStrip shape="r" count={7} />
      </p>
      <Legend judged hidden elsewhere />
      <SignalLegend />
    </section>
  );
}
