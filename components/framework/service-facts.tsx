import { Link } from '@/components/frame/link';
import type { KeptService } from '@/db/queries/framework/services';
import { serviceDecisionHref } from '@/lib/disclosure/small-counts-address';

/** What stands around a service and is kept elsewhere, each with the way there; and why nothing of it changes now, where it waits for a release. */
export function ServiceFacts({ service }: { service: KeptService }) {
  const { slug, announced, committees, head, namesPosts } = service;
  return (
    <>
      {announced && (
        <p className="notice">{announced}. Until it is out, or cancelled, nothing of this service changes.</p>
      )}
      <dl className="kept-facts">
        <div>
          <dt>Head of service</dt>
          <dd>
            {head ?? 'Nobody, so nothing of it can be approved.'}{' '}
            {namesPosts ? (
              <Link href={`/settings/people/posts/${slug}`}>
                {head ? 'Change the head or a deputy' : 'Name a head'}
              </Link>
            ) : (
              !head && 'An administrator can name one.'
            )}
          </dd>
        </div>
        <div>
          <dt>Committees</dt>
          <dd>
            {committees.length === 0 && 'None hears it yet. '}
            {committees.map((committee) => (
              <span className="kept-line" key={committee.slug}>
                <Link href={`/settings/committees/${committee.slug}`}>{committee.name}</Link>
              </span>
            ))}
            {committees.length === 0 && <Link href="/settings/committees">Choose what each committee hears</Link>}
          </dd>
        </div>
        <div>
          <dt>Warnings about words</dt>
          <dd>
            <Link href={`/settings/services/${slug}/checks`}>Which warnings its people are shown</Link>
          </dd>
        </div>
        <div>
          <dt>Small counts</dt>
          <dd>
            <Link href={serviceDecisionHref(slug)}>Decide on its small counts of people</Link>
          </dd>
        </div>
      </dl>
    </>
  );
}
