import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { YearEndPage } from '@/components/year-end/year-end-page';
import { database } from '@/db/connection/pool';
import { yearEndPage } from '@/db/queries/framework/year-end';
import { doneWords } from '@/lib/year-end/year-end-words';

type Props = PageProps<'/settings/year-end/[service]'>;

const pageOf = cache(async (slug: string, year: string | undefined) => {
  const who = await requirePerson();
  return found(yearEndPage(database(), who, slug, await todayHere(), year));
});

const yearIn = ({ year }: Awaited<Props['searchParams']>) => (year === undefined ? undefined : String(year));

export async function generateMetadata({ params, searchParams }: Props) {
  const { year, service } = await pageOf((await params).service, yearIn(await searchParams));
  return { title: `Close ${year}: ${service.name}` };
}

export default async function ServiceYearEnd({ params, searchParams }: Props) {
  const [{ service }, query] = await Promise.all([params, searchParams]);
  return <YearEndPage page={await pageOf(service, yearIn(query))} done={doneWords(query.done)} />;
}
