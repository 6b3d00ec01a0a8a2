import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { DecisionForm } from '@/components/disclosure/decision-form';
import { DecisionPage } from '@/components/disclosure/decision-page';
import { database } from '@/db/connection/pool';
import { measureDecisionPage } from '@/db/queries/disclosure/decision-pages';
import { policyNow } from '@/lib/disclosure/policy-words';
import { settingsOf } from '@/lib/people/settings-links';
import { decide } from './actions';

type Props = PageProps<'/settings/measures/[code]/small-counts'>;

const pageOf = cache(async (code: string) => {
  const who = await requirePerson();
  return { who, page: await found(measureDecisionPage(database(), who, code)) };
});

export async function generateMetadata({ params }: Props) {
  return { title: `Small counts of ${(await pageOf((await params).code)).page.title}` };
}

export default async function SmallCounts({ params, searchParams }: Props) {
  const [{ code }, { kept }] = await Promise.all([params, searchParams]);
  const { who, page } = await pageOf(code);
  const { service, number, title, own, byService, tried, announced } = page;
  const address = `/settings/measures/${code}`;
  return (
    <DecisionPage
      title="Decide on small counts"
      standfirst={title}
      links={settingsOf(who)}
      crumbs={[
        { href: `/settings/measures?service=${service.slug}`, text: `Measures of ${service.name}` },
        { href: address, text: String(number) },
      ]}
      current="/settings/measures"
      now={policyNow(tried !== null, own, byService)}
      announced={announced}
    >
      {tried && (
        <DecisionForm
          key={`${String(kept)} ${own?.id}`}
          place={{ code }}
          own={own}
          kept={await keptTyping(kept)}
          fresh={crypto.randomUUID()}
          back={address}
          step={decide}
        />
      )}
    </DecisionPage>
  );
}
