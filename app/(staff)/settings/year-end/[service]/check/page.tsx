import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { FrameworkPage } from '@/components/framework/framework-page';
import { YearEndCheck } from '@/components/year-end/year-end-check';
import { database } from '@/db/connection/pool';
import { yearEndPage } from '@/db/queries/framework/year-end';
import { pick } from '@/lib/collection/pick';
import { settingsOf } from '@/lib/people/settings-links';
import { confirm } from '../../actions';

type Props = PageProps<'/settings/year-end/[service]/check'>;

export const metadata: Metadata = { title: 'Check and confirm' };

export default async function CheckYearEnd({ params, searchParams }: Props) {
  const [{ service: slug }, { code, year: named }] = await Promise.all([params, searchParams]);
  const who = await requirePerson();
  const { service, year, startsIn, rows } = await found(yearEndPage(database(), who, slug, await todayHere(), named));
  const ticked = new Set([code ?? []].flat());
  const certain = rows.filter((row) => row.group === 'certain' && ticked.has(row.code));
  return (
    <FrameworkPage
      title="Check and confirm"
      standfirst={`The figures of ${year} for ${service.name}. Once they are confirmed, a change needs a reason, and a public note once it was published.`}
      crumbs={[
        { href: '/settings/year-end', text: 'Year end' },
        { href: `/settings/year-end/${slug}?year=${startsIn}`, text: `Close ${year}: ${service.name}` },
      ]}
      links={settingsOf(who)}
      current="/settings/year-end"
    >
      <YearEndCheck
        service={service}
        year={{ name: year, startsIn }}
        rows={certain.map((row) => pick(row, ['number', 'code', 'title', 'figure', 'words', 'seen']))}
        fresh={crypto.randomUUID()}
        confirm={confirm}
      />
    </FrameworkPage>
  );
}
