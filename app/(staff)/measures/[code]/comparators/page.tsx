import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { BenchmarkDesk } from '@/components/benchmark/benchmark-desk';
import { database } from '@/db/connection/pool';
import { benchmarkPage } from '@/db/queries/measure/benchmarks';
import { enter, remove } from './actions';

type Props = PageProps<'/measures/[code]/comparators'>;

const asked = cache(async (code: string) => {
  const who = await requirePerson();
  return found(benchmarkPage(database(), who, code));
});

export async function generateMetadata({ params }: Props) {
  return { title: `Comparators of ${(await asked((await params).code)).measure.title}` };
}

export default async function Comparators({ params, searchParams }: Props) {
  const [{ code }, { enter: entering, done, kept }] = await Promise.all([params, searchParams]);
  const page = await asked(code);
  return (
    <BenchmarkDesk
      key={`${entering} ${done} ${kept}`}
      page={page}
      entering={typeof entering === 'string' ? entering : null}
      kept={await keptTyping(kept)}
      done={typeof done === 'string' ? done : null}
      fresh={crypto.randomUUID()}
      steps={{ enter, remove }}
    />
  );
}
