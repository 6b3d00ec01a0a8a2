import { beforeIn } from '@/app/(public)/scorecards/numbered-edition';
import { servicePage } from '@/app/(public)/scorecards/public-service-route';
import { EditionsPage } from '@/components/edition/editions-page';
import { publicDatabase } from '@/db/connection/pool';
import { editionsOf, pageLength } from '@/db/queries/published/editions';

export const dynamic = 'force-dynamic';

export const GET = servicePage(async ({ site, service, query }) => {
  const { slug } = service;
  const listed = await editionsOf(publicDatabase(), slug, beforeIn(query));
  const editions = listed.slice(0, pageLength);
  const older = listed.length > pageLength ? `/scorecards/${slug}/editions?before=${editions.at(-1)?.number}` : null;
  return <EditionsPage site={site} service={service} editions={editions} older={older} />;
});
