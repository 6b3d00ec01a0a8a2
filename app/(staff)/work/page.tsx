import { serverTroubles } from '@/app/_server/server-trouble';
import { cookie } from '@/app/_server/session-cookies';
import { found } from '@/app/_staff/found';
import { nowHere, requirePerson, todayHere } from '@/app/_staff/session';
import { ServerTrouble } from '@/components/frame/server-trouble';
import { EarlyList } from '@/components/release/early-list';
import { ListPages } from '@/components/text/list-pages';
import { LatestStep } from '@/components/work/latest-step';
import { WorkList } from '@/components/work/work-list';
import { WorkSide } from '@/components/work/work-side';
import { database } from '@/db/connection/pool';
import { earlyReadings } from '@/db/queries/release/early';
import { refusedBefore } from '@/db/queries/sign-in/sessions';
import { comingFor } from '@/db/queries/work/coming';
import { finishedLately } from '@/db/queries/work/finished';
import { ownCounts } from '@/db/queries/work/own-readings';
import { recentSteps } from '@/db/queries/work/recent-steps';
import { workOf } from '@/db/queries/work/work';
import { pageFromAddress, pageOfList } from '@/lib/form/page-of-list';
import { isPerformanceOfficer } from '@/lib/people/person';
import { refusedMeanwhile } from '@/lib/people/sign-in-words';

export const metadata = { title: 'My work' };

export default async function Work({ searchParams }: PageProps<'/work'>) {
  const who = await requirePerson();
  const { done, page: number } = await searchParams;
  const page = pageFromAddress(number);
  const { items, total } = await found(workOf(database(), who, await todayHere(), page));
  const early = await found(earlyReadings(database(), who, await nowHere()));
  const counts = who.owns.length > 0 ? await found(ownCounts(database(), who)) : null;
  const coming = await found(comingFor(database(), who, await todayHere()));
  const finished = await found(finishedLately(database(), who));
  const refused = refusedMeanwhile(await found(refusedBefore(database(), await cookie('session'))));
  const trouble = isPerformanceOfficer(who) ? await found(serverTroubles(database())) : [];
  return (
    <>
      <h1>My work</h1>
      <ServerTrouble sentences={trouble} />
      {refused && (
        <p className="told">
          {refused} <a href="/account">Change your password</a>
        </p>
      )}
      {done && <LatestStep recent={await found(recentSteps(database(), who))} />}
      <div className="work-page">
        <div>
          <WorkList items={items} isEmpty={total === 0} />
          <ListPages place={pageOfList(total, page)} address="/work" list="your work" />
          <EarlyList items={early} />
        </div>
        <WorkSide counts={counts} coming={coming} finished={finished} />
      </div>
    </>
  );
}
