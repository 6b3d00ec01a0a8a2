import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { FrameworkPage } from '@/components/framework/framework-page';
import { MeasureForm } from '@/components/framework/measure-form';
import { database } from '@/db/connection/pool';
import { keptMeasure } from '@/db/queries/framework/measure';
import { measureChoices } from '@/lib/framework/measure-choices';
import { settingsOf } from '@/lib/people/settings-links';
import { save } from '../../actions';

type Props = PageProps<'/settings/measures/[code]/change'>;

const pageOf = cache(async (code: string) => {
  const who = await requirePerson();
  return { who, measure: await found(keptMeasure(database(), who, code, await todayHere())) };
});

export async function generateMetadata({ params }: Props) {
  const { draft } = (await pageOf((await params).code)).measure;
  return { title: `Change measure ${draft.number}, ${draft.title}` };
}

export default async function ChangeMeasure({ params, searchParams }: Props) {
  const [{ code }, { kept }] = await Promise.all([params, searchParams]);
  const { who, measure } = await pageOf(code);
  const { draft, service } = measure;
  return (
    <FrameworkPage
      title={`Change measure ${draft.number}`}
      standfirst={draft.title}
      crumbs={[
        { href: `/settings/measures?service=${service.slug}`, text: `Measures of ${service.name}` },
        { href: `/settings/measures/${code}`, text: String(draft.number) },
      ]}
      links={settingsOf(who)}
      current="/settings/measures"
    >
      <MeasureForm
        key={String(kept)}
        service={service.slug}
        measure={measure}
        opened={(await keptTyping(kept)) ?? measure.typed}
        choices={measureChoices()}
        fresh={crypto.randomUUID()}
        step={save}
      />
    </FrameworkPage>
  );
}
