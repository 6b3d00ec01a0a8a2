import type { ReactNode } from 'react';
import { FrameworkPage } from '@/components/framework/framework-page';
import type { Policy } from '@/lib/disclosure/policy';
import { decidedSentence, policyWords } from '@/lib/disclosure/policy-words';
import { capital } from '@/lib/text/number-in-words';

type Props = {
  title: string;
  standfirst: string;
  links: { href: string; text: string }[];
  crumbs: { href: string; text: string }[];
  current: string;
  /** What holds now, or why nothing does. */
  now: { policy: Policy; from: string } | { sentence: string };
  announced: string | null;
  /** The form; null where nothing can be decided. */
  children: ReactNode;
};

/** What was decided on the small counts of a measure or a service, and the form that records another decision. */
export function DecisionPage({ title, standfirst, links, crumbs, current, now, announced, children }: Props) {
  return (
    <FrameworkPage title={title} standfirst={standfirst} links={links} crumbs={crumbs} current={current}>
      {'policy' in now ? (
        <dl className="kept-facts">
          <div>
            <dt>Now</dt>
            <dd>
              {capital(policyWords(now.policy))}, {now.from}.{' '}
              <span className="kept-line">{decidedSentence(now.policy)}</span>
            </dd>
          </div>
        </dl>
      ) : (
        <p className="notice">{now.sentence}</p>
      )}
      {announced ? (
        <p className="notice">{announced}. Until it is out, or cancelled, nothing is decided here.</p>
      ) : (
        children
      )}
    </FrameworkPage>
  );
}
