import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { FrameworkPage } from '@/components/framework/framework-page';
import { MeasureForm } from '@/components/framework/measure-form';
import { database } from '@/db/connection/pool';
import { newMeasurePlace } from '@/db/queries/framework/measure';
import { measureChoices } from '@/lib/framework/measure-choices';
import { settingsOf } from '@/lib/people/settings-links';
import { add } from '../actions';

export const metadata: Metadata = { title: 'Add a measure' };

export default async function NewMeasure({ searchParams }: PageProps<'/settings/measures/new'>) {
  const [who, { service, kept }] = await Promise.all([requirePerson(), searchParams]);
  const place = await found(newMeasurePlace(database(), who, String(service)));
  const { slug, name } = place.service;
  return (
    <FrameworkPage
      title="Add a measure"
      standfirst={`To the scorecard of ${name}.`}
      crumbs={[{ href: `/settings/measures?service=${slug}`, text: `Measures of ${name}` }]}
      links={settingsOf(who)}
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
