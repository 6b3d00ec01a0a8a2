import type { ReactNode } from 'react';
import { hiddenWords } from '@/lib/figure/withheld';
import { markWords } from '@/lib/row-words/mark-words';
import { DirectionArrow } from './direction-tag';
import { RagTag } from './rag-tag';
import { StatusTag } from './status-tag';

/** What every colour, arrow, status and mark of a scorecard means; judged colours, hidden figures and those from elsewhere only where there are some. */
export function Legend({ judged, hidden, elsewhere }: { judged: boolean; hidden: boolean; elsewhere: boolean }) {
  return (
    <dl className="legend">
      <div>
        <dt>Performance against target</dt>
        <Meaning sign={<RagTag colour="green" />}>the figure meets its target; equal counts as meeting it</Meaning>
        <Meaning sign={<RagTag colour="amber" />}>
          short of the target, within a limit the council set beforehand
        </Meaning>
        <Meaning sign={<RagTag colour="red" />}>short of the target, and of any such limit</Meaning>
        {judged && (
          <Meaning sign={<RagTag colour="red" judged={{ colour: 'green' }} />}>
            the head of service judged another colour than the rule’s, with a reason; both are shown
          </Meaning>
        )}
        <Meaning sign={<RagTag colour={null} />}>cannot be judged; the reason stands beneath the measure</Meaning>
      </div>
      <div>
        <dt>Direction of travel</dt>
        <Meaning sign={<DirectionArrow direction="improving" colour="green" />}>
          better than the earlier figure: the arrow points up even where a smaller figure is better
        </Meaning>
        <Meaning sign={<DirectionArrow direction="no_change" colour="green" />}>the same figure as shown</Meaning>
        <Meaning sign={<DirectionArrow direction="worsening" colour="red" />}>worse than the earlier figure</Meaning>
        <Meaning sign={<DirectionArrow direction="increasing" colour={null} />}>where neither way is better</Meaning>
        <Meaning sign={<DirectionArrow direction="decreasing" colour={null} />}>the same</Meaning>
        <Meaning sign={<DirectionArrow direction={null} colour={null} />}>no earlier figure of the same kind</Meaning>
      </div>
      <div>
        <dt>Data status</dt>
        <Meaning sign={<StatusTag status="up_to_date" />}>every figure that had fallen due is here</Meaning>
        <Meaning sign={<StatusTag status="overdue" />}>a figure is late, by the days given beneath the measure</Meaning>
        <Meaning sign={<StatusTag status="not_due" />}>the first figure is not expected yet</Meaning>
      </div>
      <div>
        <dt>Figures</dt>
        <Meaning
          sign={(elsewhere ? (['p', 'r', 'e', 'b', 'h'] as const) : (['p', 'r', 'e', 'b'] as const))
            .map((mark) => `[${mark}] ${markWords[mark]}`)
            .join(', ')}
        />
        {hidden && (
          <Meaning sign={<b>{hiddenWords}:</b>}>
            kept back, because it could tell of a few people; the colour is shown where it gives nothing away
          </Meaning>
        )}
        <Meaning sign={<b>In real terms:</b>}>
          worked out from the figures by this website, not written by the author
        </Meaning>
      </div>
    </dl>
  );
}

function Meaning({ sign, children }: { sign: ReactNode; children?: ReactNode }) {
  return (
    <dd>
      {sign} {children}
    </dd>
  );
}
