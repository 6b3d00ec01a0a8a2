import { now, today } from '@/app/clock';
import { found } from '@/app/found';
import { requirePerson } from '@/app/session';
import { EarlyList } from '@/components/early-list';
import { LatestDeed } from '@/components/latest-deed';
import { FinishedLately, WorkList } from '@/components/work-list';
import { database } from '@/db/pool';
import { earlyReadings } from '@/db/queries/early';
import { workOf } from '@/db/queries/work';

export const metadata = { title: 'My work' };

export default async function Work({ searchParams }: PageProps<'/work'>) {
  const who = await requirePerson();
  const { items, recent } = await found(workOf(database(), who, today()));
  const early = await found(earlyReadings(database(), who, now()));
  const { done } = await searchParams;
  return (
    <>
      <h1>My work</h1>
      {done && <LatestDeed recent={recent} />}
      <WorkList items={items} />
      <EarlyList items={early} />
      <section aria-labelledby="recent-title">
        <h2 id="recent-title">Finished lately</h2>
        <FinishedLately recent={recent} />
      </section>
    </>
  );
}
