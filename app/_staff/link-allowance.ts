import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { callerAddress } from '@/app/_server/peer-address';
import { Refused } from '@/lib/form/refused';
import { Allowances } from '@/lib/network/allowance-counter';

/** More than anybody opens, and few enough that nobody tries tokens one after the other. */
const allowances = new Allowances({ most: 60, aSecond: 1, places: 10_000 });

async function isAllowed(): Promise<boolean> {
  const address = callerAddress(await headers());
  return !address || allowances.take(address, performance.now()) === 0;
}

/** Counts a look at a one-time link; an address that looked at too many is told so instead. */
export async function allowLink(): Promise<void> {
  if (!(await isAllowed())) redirect('/trouble/too-many');
}

/** The same for a form that is sent with such a link. */
export async function allowLinkForm(): Promise<void> {
  if (!(await isAllowed())) throw new Refused('Too many one-time links were tried from your network. Wait a minute.');
}
