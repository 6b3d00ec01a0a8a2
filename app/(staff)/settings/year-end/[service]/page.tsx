import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { YearEndPage } from '@/components/year-end/year-end-page';
import { database } from '@/db/connection/pool';
import { yearEndPage } from '@/db/queries/framework/year-end';
import { doneWords } from '@/lib/year-end/year-end-words';

type Props = PageProps<'/settings/year-end/[service]'>;

const pageOf = cache(async (slug: string) => {
  const who = await requirePerson();
  return found(yearEndPage(database(), who, slug, await todayHere()));
});

export async function generateMetadata({ params }: Props) {
  const { year, service } = await pageOf((await params).service);
  return { title: `Close ${year}: ${service.name}` };
}

export default async function ServiceYearEnd({ params, searchParams }: Props) {
  const [{ service }, { done }] = await Promise.all([params, searchParams]);
  return <YearEndPage page={await pageOf(service)} done={doneWords(done)} />;
}
