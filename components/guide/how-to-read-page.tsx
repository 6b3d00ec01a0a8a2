import { PublicDocument, type Site } from '@/components/frame/public-document';
import { Legend } from '@/components/sign/sign-meanings';
import { SignalLegend } from '@/components/sign/signal-legend';
import { SignalSprite } from '@/components/sign/signal-sprite';
import { type Example, WorkedExample } from './worked-example';

/** How to read a scorecard, for those who meet one for the first time. */
export function HowToReadPage({ site, example = null }: { site: Site; example?: Example | null }) {
  const description = 'What the colours, arrows, statuses and marks of a scorecard mean.';
  return (
    <PublicDocument site={site} title="How to read a scorecard" description={description}>
      <h1>How to read a scorecard</h1>
      <div className="prose">
        <p>
          Each measure has a figure for its last available period, a target, and the figure it is compared with. Two
          separate judgements follow from them: whether the target is met, and whether things got better. A measure can
          be Red and improving, or Green and worsening.
        </p>
        <p>
          Every colour and every arrow is worked out from the figures by the same rule every time. “Why is it red?”
          beneath a measure gives the sum. A head of service may judge another colour; then both are shown, with the
          reason, and counted. Where there is no colour or no figure, the reason stands in words; a missing figure is
          never shown as 0.
        </p>
        <p>
          A figure that counts very few people could tell of somebody whom a reader knows. Such a figure is hidden and
          says [c] in its place, and so is every other figure from which it could be worked out; some are rounded
          instead. What is hidden is in no chart, sentence or file.
        </p>
        <p>
          The small trend at the end of a row shows the same months on every row, each on its own scale. The shade is
          where the target is met, over the periods that had one, so that you need not know whether higher is better.
          The ring is the earlier figure that the arrow compares with, and the last mark has the shape of the colour. A
          dotted line is invented for a demonstration; a dashed one was published elsewhere. A hidden figure has no
          trend.
        </p>
        <p>
          A period is named by its first month, as councils print it: “Apr 2018” of a quarterly measure is April to June
          2018. The change between two percentages is given in percentage points.
        </p>
        <p>
          A figure that is higher or lower than the last one need not mean anything: every figure moves a little by
          chance. Where a measure has 13 figures or more, its page works out how far it normally moves, and says whether
          the latest change is a signal or noise, and whether its target can be relied on. The method is the one that
          the NHS calls “Making Data Count”.
        </p>
        <p>
          What a word or an abbreviation means is in the <a href="/glossary">glossary</a>.
        </p>
      </div>
      {example && <WorkedExample example={example} />}
      <SignalSprite />
      <section className="guide-part" aria-labelledby="signs">
        <h2 id="signs">Every sign</h2>
        <Legend judged hidden elsewhere />
        <SignalLegend />
      </section>
    </PublicDocument>
  );
}
