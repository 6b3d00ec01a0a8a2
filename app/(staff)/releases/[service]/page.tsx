import { cache } from 'react';
import { found } from '@/app/found';
import { keptTyping } from '@/app/kept';
import { serverTroubles } from '@/app/server-trouble';
import { nowHere, requirePerson, todayHere } from '@/app/session';
import { ReleaseSheet } from '@/components/release-sheet';
import { ServerTrouble } from '@/components/server-trouble';
import { TypedBefore } from '@/components/typed-before';
import { database } from '@/db/pool';
import { announcedRelease } from '@/db/queries/announcements';
import { releasePage } from '@/db/queries/release-page';
import { londonTime } from '@/lib/instant';
import { publish } from '../actions';
import { announce, cancel, give, move, take } from '../announcement-actions';

type Props = PageProps<'/releases/[service]'>;

const asked = cache(async (slug: string) => {
  const who = await requirePerson();
  return found(releasePage(database(), who, slug, await todayHere()));
});

export async function generateMetadata({ params }: Props) {
  return { title: `Release of ${(await asked((await params).service)).service.name}` };
}

const steps = { publish, announce, move, cancel, give, take };

export default async function Release({ params, searchParams }: Props) {
  const [{ service }, { published, done, kept }] = await Promise.all([params, searchParams]);
  const page = await asked(service);
  const announced = await found(announcedRelease(database(), await requirePerson(), service));
  const told = { today: await todayHere(), time: londonTime(await nowHere()), published: published !== undefined };
  return (
    <>
      <TypedBefore typed={await keptTyping(kept)} />
      <ServerTrouble sentences={await found(serverTroubles(database()))} />
      <ReleaseSheet
        {...{ page, announced, ...told, steps }}
        done={typeof done === 'string' ? done : null}
        fresh={crypto.randomUUID()}
      />
    </>
  );
}
