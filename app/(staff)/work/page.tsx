import { cookie } from '@/app/browser';
import { found } from '@/app/found';
import { serverTroubles } from '@/app/server-trouble';
import { nowHere, requirePerson, todayHere } from '@/app/session';
import { EarlyList } from '@/components/early-list';
import { LatestDeed } from '@/components/latest-deed';
import { ServerTrouble } from '@/components/server-trouble';
import { WorkList } from '@/components/work-list';
import { WorkSide } from '@/components/work-side';
import { database } from '@/db/pool';
import { comingFor } from '@/db/queries/coming';
import { earlyReadings } from '@/db/queries/early';
import { finishedLately } from '@/db/queries/finished';
import { ownCounts } from '@/db/queries/own-readings';
import { refusedBefore } from '@/db/queries/sessions';
import { workOf } from '@/db/queries/work';
import { isPerformanceOfficer } from '@/lib/person';
import { refusedMeanwhile } from '@/lib/sign-in';

export const metadata = { title: 'My work' };

export default async function Work({ searchParams }: PageProps<'/work'>) {
  const who = await requirePerson();
  const { items, recent } = await found(workOf(database(), who, await todayHere()));
  const early = await found(earlyReadings(database(), who, await nowHere()));
  const counts = who.owns.length > 0 ? await found(ownCounts(database(), who)) : null;
  const coming = await found(comingFor(database(), who, await todayHere()));
  const finished = await found(finishedLately(database(), who));
  const refused = refusedMeanwhile(await found(refusedBefore(database(), await cookie('session'))));
  const trouble = isPerformanceOfficer(who) ? await found(serverTroubles(database())) : [];
  const { done } = await searchParams;
  return (
    <>
      <h1>My work</h1>
      <ServerTrouble sentences={trouble} />
      {refused && (
        <p className="told">
          {refused} <a href="/account">Change your password</a>
        </p>
      )}
      {done && <LatestDeed recent={recent} />}
      <div className="work-page">
        <div>
          <WorkList items={items} />
          <EarlyList items={early} />
        </div>
        <WorkSide counts={counts} coming={coming} finished={finished} />
      </div>
    </>
  );
}
