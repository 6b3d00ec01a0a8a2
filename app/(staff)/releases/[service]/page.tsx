import { cache } from 'react';
import { serverTroubles } from '@/app/_server/server-trouble';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { nowHere, requirePerson, todayHere } from '@/app/_staff/session';
import { TypedBefore } from '@/components/form/typed-before';
import { ServerTrouble } from '@/components/frame/server-trouble';
import { ReleaseBody } from '@/components/release/release-body';
import { database } from '@/db/connection/pool';
import { announcedRelease } from '@/db/queries/release/announcements';
import { releasePage } from '@/db/queries/release/release-page';
import { pagesFromAddress } from '@/lib/form/page-of-list';
import { releaseLists } from '@/lib/release/release-pages';
import { londonTime } from '@/lib/time/instant';
import { publish } from '../actions';
import { announce, cancel, give, move, take } from '../announcement-actions';

type Props = PageProps<'/releases/[service]'>;

const loadPage = cache(async (slug: string) => {
  const who = await requirePerson();
  return found(releasePage(database(), who, slug, await todayHere()));
});

export async function generateMetadata({ params }: Props) {
  return { title: `Release of ${(await loadPage((await params).service)).service.name}` };
}

const steps = { publish, announce, move, cancel, give, take };

export default async function Release({ params, searchParams }: Props) {
  const [{ service }, query] = await Promise.all([params, searchParams]);
  const { published, done, kept } = query;
  const page = await loadPage(service);
  const announced = await found(announcedRelease(database(), await requirePerson(), service));
  return (
    <>
      <TypedBefore typed={await keptTyping(kept)} />
      <ServerTrouble sentences={await found(serverTroubles(database()))} />
      <ReleaseBody
        page={page}
        pages={pagesFromAddress(releaseLists, query)}
        announced={announced}
        today={await todayHere()}
        time={londonTime(await nowHere())}
        published={published !== undefined}
        steps={steps}
        done={typeof done === 'string' ? done : null}
        fresh={crypto.randomUUID()}
      />
    </>
  );
}
