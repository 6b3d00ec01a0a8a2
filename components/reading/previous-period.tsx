import { ActionList } from '@/components/text/action-list';
import { capital } from '@/components/text/due-line';
import { Prose } from '@/components/text/prose';
import type { ReadingPage } from '@/db/queries/reading/reading-page';

/** What stood here a period ago, and what the new figure will be held against. */
export function PreviousPeriod({
  page,
}: {
  page: Pick<ReadingPage, 'previous' | 'target' | 'whyNoTarget' | 'comparator'>;
}) {
  const { previous, target, comparator } = page;
  return (
    <aside id="previous" className="previous" aria-labelledby="previous-title">
      <h2 id="previous-title">{previous ? capital(previous.range) : 'No earlier period'}</h2>
      <dl>
        {previous && <Fact term="Figure">{previous.figure}</Fact>}
        {previous?.realTerms && <Fact term="In real terms">{previous.realTerms}</Fact>}
        <Fact term={comparator.label}>{comparator.figure ?? comparator.why ?? 'no figure'}</Fact>
        <Fact term="Target">{target?.rule ?? page.whyNoTarget ?? 'none is set'}</Fact>
      </dl>
      {previous?.elsewhere && <p>It was {previous.elsewhere}.</p>}
      {previous && !previous.elsewhere && (
        <>
          <h3>Comments in {previous.label}</h3>
          {previous.comments ? <Prose text={previous.comments} /> : <p>None were made.</p>}
          {previous.actions.length > 0 && (
            <>
              <h3>Actions in {previous.label}</h3>
              <ActionList actions={previous.actions} />
            </>
          )}
        </>
      )}
    </aside>
  );
}

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
