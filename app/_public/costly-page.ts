import { callerAddress } from '@/app/_server/peer';
import { Allowances } from '@/lib/people/allowance';
import { publicPage } from './public-page';
import { allServices, tell } from './sentence';

/** More than anybody reads, also where a whole office shares an address; machines are kept from crowding readers out. */
const costly = new Allowances({ most: 240, aSecond: 4, places: 10_000 });

/** Answers a public address whose page is costly to make; to an address that asks too often, 429 and when to come back. */
export async function costlyPage(request: Request, page: () => Promise<Response>): Promise<Response> {
  const address = callerAddress(request.headers);
  const wait = address ? costly.take(address, performance.now()) : 0;
  if (wait === 0) return publicPage(request, page);
  return tell({
    status: 429,
    heading: 'Too many requests',
    sentence:
      'More of these pages were asked for from your network than we can make at once. Please try again in a moment.',
    link: allServices,
    headers: { 'Retry-After': String(wait) },
  });
}
