import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { BenchmarkDesk } from '@/components/benchmark/benchmark-desk';
import { database } from '@/db/connection/pool';
import { benchmarkPage } from '@/db/queries/measure/benchmarks';
import { settingsOf } from '@/lib/people/settings-links';
import { enter, remove } from './actions';

type Props = PageProps<'/settings/measures/[code]/comparators'>;

const loadPage = cache(async (code: string) => {
  const who = await requirePerson();
  return { who, page: await found(benchmarkPage(database(), who, code)) };
});

export async function generateMetadata({ params }: Props) {
  return { title: `Comparators of ${(await loadPage((await params).code)).page.measure.title}` };
}

export default async function Comparators({ params, searchParams }: Props) {
  const [{ code }, { enter: entering, done, kept }] = await Promise.all([params, searchParams]);
  const { who, page } = await loadPage(code);
  return (
    <BenchmarkDesk
      key={`${entering} ${done} ${kept}`}
      links={settingsOf(who)}
      page={page}
      entering={typeof entering === 'string' ? entering : null}
      keptTyping={await keptTyping(kept)}
      done={typeof done === 'string' ? done : null}
      fresh={crypto.randomUUID()}
      steps={{ enter, remove }}
    />
  );
}
