import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { FrameworkPage } from '@/components/framework/framework-page';
import { MeasureForm } from '@/components/framework/measure-form';
import { ServiceChoice } from '@/components/framework/service-choice';
import { database } from '@/db/connection/pool';
import { newMeasurePlace } from '@/db/queries/framework/measure';
import { serviceChoices } from '@/db/queries/framework/services';
import { measureChoices } from '@/lib/framework/measure-choices';
import { settingsOf } from '@/lib/people/settings-links';
import { add } from '../actions';

const title = 'Add a measure';
export const metadata: Metadata = { title };

export default async function NewMeasure({ searchParams }: PageProps<'/settings/measures/new'>) {
  const [who, { service, kept }] = await Promise.all([requirePerson(), searchParams]);
  const links = settingsOf(who);
  if (typeof service !== 'string') {
    const services = await found(serviceChoices(database(), who));
    const standfirst = 'It stands on one scorecard: which one?';
    return <ServiceChoice {...{ title, standfirst, links, services }} page="/settings/measures/new" />;
  }
  const place = await found(newMeasurePlace(database(), who, service));
  const { slug, name } = place.service;
  return (
    <FrameworkPage
      title={title}
      standfirst={`To the scorecard of ${name}.`}
      crumbs={[{ href: `/settings/measures?service=${slug}`, text: `Measures of ${name}` }]}
      links={links}
      current="/settings/measures"
    >
      <MeasureForm
        key={String(kept)}
        service={slug}
        measure={null}
        opened={(await keptTyping(kept)) ?? { number: String(place.number), code: place.code }}
        choices={measureChoices()}
        fresh={crypto.randomUUID()}
        step={add}
      />
    </FrameworkPage>
  );
}
