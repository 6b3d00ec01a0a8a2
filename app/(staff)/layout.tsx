import type { Metadata } from 'next';
import { cache, type ReactNode } from 'react';
import { siteOf } from '@/app/_public/site';
import { unlessJammed } from '@/app/_server/waits/bounded-waits';
import { patience } from '@/app/_server/waits/staff-waits';
import { hasWaited, titleStart } from '@/app/_staff/form-trouble';
import { signedIn, todayHere } from '@/app/_staff/session';
import { StaffFrame } from '@/components/frame/staff-frame';
import { database } from '@/db/connection/pool';
import { theCouncil } from '@/db/queries/published/in-force';
import { ownServices } from '@/db/queries/service/own-services';
import { awaitsFirstSteps } from '@/db/queries/work/first-steps';
import type { Person } from '@/lib/people/person';
import { navigationOf } from '@/lib/people/staff-links';
import { signOut } from './account/actions';

/** The council of this page, which its title and its frame both name. */
const siteHere = cache(async () => siteOf(await known(theCouncil(database()))));

export async function generateMetadata(): Promise<Metadata> {
  const { council } = await siteHere();
  const start = await titleStart();
  return { title: { template: `${start}%s – ${council}`, default: council }, robots: { index: false } };
}

/** The frame of the pages behind the sign-in. It opens nothing: each page asks for itself who is there. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const who = await known(signedIn());
  const person = who && { name: who.name, links: await waysOf(who) };
  return (
    <StaffFrame site={await siteHere()} person={person} signOut={signOut}>
      {children}
    </StaffFrame>
  );
}

async function waysOf(who: Person) {
  const today = await todayHere();
  const services = (await known(ownServices(database(), who, today))) ?? [];
  const begins = (await known(awaitsFirstSteps(database(), who))) ?? false;
  return navigationOf(who, today, services, begins);
}

/** What the frame shows, or null while the record cannot be reached: then the page itself says so. */
const known = async <T,>(asking: Promise<T | null>): Promise<T | null> =>
  unlessJammed(asking, (await hasWaited()) ? patience.afterwards : patience.frame).catch(() => null);
