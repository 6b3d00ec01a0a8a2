import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { nowHere, requirePerson, todayHere } from '@/app/_staff/session';
import { PublishedPage } from '@/components/service/published-page';
import { WorkingPage } from '@/components/service/working-page';
import { database } from '@/db/connection/pool';
import { servicePage } from '@/db/queries/service/service-page';

type Props = PageProps<'/services/[service]'>;

const loadPage = cache(async (slug: string) => {
  const who = await requirePerson();
  return found(servicePage(database(), who, slug, { today: await todayHere(), now: await nowHere() }));
});

export async function generateMetadata({ params }: Props) {
  const page = await loadPage((await params).service);
  return { title: 'working' in page ? `${page.working.service.name}: on its way` : page.published.head.service.name };
}

export default async function Service({ params, searchParams }: Props) {
  const page = await loadPage((await params).service);
  if ('published' in page) return <PublishedPage page={page.published} />;
  return <WorkingPage page={page.working} today={await todayHere()} full={(await searchParams).rows === 'full'} />;
}
