import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { StaffFrame } from '@/components/staff-frame';
import { database } from '@/db/pool';
import { theCouncil } from '@/db/queries/published';
import { navigationOf } from '@/lib/navigation';
import { titleStart } from '../form-trouble';
import { signedIn, todayHere } from '../session';
import { siteOf } from '../site';
import { signOut } from './account/actions';

export async function generateMetadata(): Promise<Metadata> {
  const { council } = siteOf(await known(theCouncil(database())));
  const start = await titleStart();
  return { title: { template: `${start}%s – ${council}`, default: council }, robots: { index: false } };
}

/** The frame of the pages behind the sign-in. It opens nothing: each page asks for itself who is there. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const who = await known(signedIn());
  const person = who && { name: who.name, links: navigationOf(who, await todayHere()) };
  return (
    <StaffFrame site={siteOf(await known(theCouncil(database())))} person={person} signOut={signOut}>
      {children}
    </StaffFrame>
  );
}

/** What the frame shows, or null while the record cannot be asked: then the page itself says so. */
const known = <T,>(asking: Promise<T | null>): Promise<T | null> => asking.catch(() => null);
