import { found } from '@/app/found';
import { requirePerson } from '@/app/session';
import { WithdrawSheet } from '@/components/withdraw-sheet';
import { database } from '@/db/pool';
import { withdrawPage } from '@/db/queries/withdraw-page';
import { withdraw } from '../../actions';

export const metadata = { title: 'Withdraw an edition' };

export default async function Withdraw({ params, searchParams }: PageProps<'/releases/[service]/withdraw'>) {
  const who = await requirePerson();
  const [{ service }, { done }] = await Promise.all([params, searchParams]);
  const page = await found(withdrawPage(database(), who, service));
  const told = typeof done === 'string' && /^\d{1,9}$/.test(done) ? Number(done) : null;
  return <WithdrawSheet page={page} withdrawn={told} fresh={crypto.randomUUID()} withdraw={withdraw} />;
}
