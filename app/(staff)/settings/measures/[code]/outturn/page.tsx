import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { FrameworkPage } from '@/components/framework/framework-page';
import { OutturnForm } from '@/components/framework/outturn-form';
import { YearProposalPart } from '@/components/year-end/year-proposal';
import { database } from '@/db/connection/pool';
import { outturnPage } from '@/db/queries/framework/outturns';
import { settingsOf } from '@/lib/people/settings-links';
import { set } from './actions';

type Props = PageProps<'/settings/measures/[code]/outturn'>;

const pageOf = cache(async (code: string, year: string | undefined) => {
  const who = await requirePerson();
  return { who, page: await found(outturnPage(database(), who, code, await todayHere(), year)) };
});

const yearIn = ({ year }: Awaited<Props['searchParams']>) => (typeof year === 'string' ? year : undefined);

export async function generateMetadata({ params, searchParams }: Props) {
  const { page } = await pageOf((await params).code, yearIn(await searchParams));
  return { title: `Outturns of ${page.title}` };
}

export default async function Outturn({ params, searchParams }: Props) {
  const [{ code }, query] = await Promise.all([params, searchParams]);
  const { who, page } = await pageOf(code, yearIn(query));
  const { kept, year } = query;
  const { service, number, title, closed, closedWith, proposal } = page;
  const chosen = page.years.find((each) => each.year === year) ?? null;
  const closing = chosen && [
    { href: '/settings/year-end', text: 'Year end' },
    { href: `/settings/year-end/${service.slug}${closedWith ? `?year=${closedWith}` : ''}`, text: service.name },
  ];
  return (
    <FrameworkPage
      title={chosen ? `Close ${chosen.name}` : 'Enter an outturn'}
      standfirst={`${number}. ${title}`}
      crumbs={
        closing ?? [
          { href: `/settings/measures?service=${service.slug}`, text: `Measures of ${service.name}` },
          { href: `/settings/measures/${code}`, text: String(number) },
        ]
      }
      links={settingsOf(who)}
      current={closing ? '/settings/year-end' : '/settings/measures'}
    >
      {proposal && <YearProposalPart proposal={proposal} />}
      {closed ? (
        <p className="notice">{closed}</p>
      ) : (
        <OutturnForm
          key={String(kept)}
          page={page}
          kept={await keptTyping(kept)}
          chosen={chosen?.year ?? null}
          fresh={crypto.randomUUID()}
          step={set}
        />
      )}
    </FrameworkPage>
  );
}
