import { inForceOn } from '@/app/_public/in-force';
import { NotFound } from '@/app/_public/not-found';
import { type Options, type PageResult, publicAnswer, type Question } from '@/app/_public/public-page';
import { siteOf } from '@/app/_public/site';
import type { Site } from '@/components/frame/public-document';
import type { InForce } from '@/db/queries/published/in-force';
import { isSlug } from '@/lib/text/page-address';

export const noScorecard = 'There is no published scorecard at this address.';

/** The way to the scorecard of a service from an address that has none. */
export const linkTo = (slug: string) => ({
  href: `/scorecards/${encodeURIComponent(slug)}`,
  text: 'The whole scorecard',
});

/** The edition of a service in force today; throws NotFound for a service that has published nothing. */
export async function serviceInForce(slug: string, today: string): Promise<InForce> {
  const inForce = isSlug(slug) ? await inForceOn(slug, today) : null;
  if (!inForce) throw new NotFound(noScorecard);
  return inForce;
}

type Params = { service: string };
type ServiceQuestion = Question<Params> & {
  /** The edition in force today. */
  edition: InForce;
  service: { slug: string; name: string };
  site: Site;
};

/** The route handler of a public page that a service has once it has published an edition. */
export function servicePage(page: (question: ServiceQuestion) => Promise<PageResult>, options?: Options) {
  return publicAnswer<Params>(async (question) => {
    const edition = await serviceInForce(question.params.service, question.today);
    const { head, council } = edition;
    return page({ ...question, edition, service: head.service, site: siteOf(council) });
  }, options);
}
