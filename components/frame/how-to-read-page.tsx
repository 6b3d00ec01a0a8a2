import { GlossaryList } from '@/components/glossary/glossary-list';
import { Legend } from '@/components/sign/sign-meanings';
import { SignalLegend } from '@/components/sign/signal-legend';
import { SignalSprite } from '@/components/sign/signal-sprite';
import type { PublicTerm } from '@/db/queries/published/glossary';
import { PublicDocument, type Site } from './public-document';

/** How to read a scorecard, for those who meet one for the first time. */
export function HowToReadPage({ site, terms = [] }: { site: Site; terms?: PublicTerm[] }) {
  const description = 'What the colours, arrows, statuses and marks of a scorecard mean.';
  return (
    <PublicDocument site={site} title="How to read a scorecard" description={description}>
      <div className="prose">
        <h1>How to read a scorecard</h1>
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
          A period is named by its first month, as councils print it: “Apr 2018” of a quarterly measure is April to June
          2018. The change between two percentages is given in percentage points.
        </p>
        <p>
          A figure that is higher or lower than the last one need not mean anything: every figure moves a little by
          chance. Where a measure has 13 figures or more, its page works out how far it normally moves, and says whether
          the latest change is a signal or noise, and whether its target can be relied on. The method is the one that
          the NHS calls “Making Data Count”.
        </p>
      </div>
      <SignalSprite />
      <Legend judged hidden elsewhere />
      <SignalLegend />
      <GlossaryList terms={terms} />
    </PublicDocument>
  );
}
