import { callerAddress } from '@/app/_server/peer-address';
import { Allowances } from '@/lib/network/allowance-counter';

/** More than anybody reads, also where a whole office shares an address; machines are kept from crowding readers out. */
const allowances = new Allowances({ most: 240, aSecond: 4, places: 10_000 });

/** How many seconds an address that asks for too many costly pages must wait before the next; 0 for all others. */
export function waitFor(request: Request): number {
  const address = callerAddress(request.headers);
  return address ? allowances.take(address, performance.now()) : 0;
}
