import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { MeasureKept } from '@/components/framework/measure-kept';
import { database } from '@/db/connection/pool';
import { keptMeasure } from '@/db/queries/framework/measure';
import { nextMeasure } from '@/db/queries/framework/next-measure';
import { settingsOf } from '@/lib/people/settings-links';
import { breakAt, bringBack, mend, redefine, retire, takeBack } from './actions';

type Props = PageProps<'/settings/measures/[code]'>;

const pageOf = cache(async (code: string) => {
  const who = await requirePerson();
  return { who, measure: await found(keptMeasure(database(), who, code, await todayHere())) };
});

export async function generateMetadata({ params }: Props) {
  const { draft } = (await pageOf((await params).code)).measure;
  return { title: `Measure ${draft.number}, ${draft.title}` };
}

export default async function Measure({ params, searchParams }: Props) {
  const [{ code }, { done, step }] = await Promise.all([params, searchParams]);
  const { who, measure } = await pageOf(code);
  const lacking = done === 'target' || done === 'outturn' ? done : null;
  const next =
    lacking && (await found(nextMeasure(database(), measure.draft, lacking).then((next) => ({ next })))).next;
  return (
    <MeasureKept
      key={`${done} ${step}`}
      links={settingsOf(who)}
      measure={measure}
      done={typeof done === 'string' ? done : null}
      next={next}
      fresh={crypto.randomUUID()}
      steps={{ mend, redefine, breakAt, takeBack, retire, bringBack }}
    />
  );
}
