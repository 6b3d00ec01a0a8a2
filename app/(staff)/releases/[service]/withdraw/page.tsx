import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { WithdrawSheet } from '@/components/release/withdraw-choice';
import { database } from '@/db/connection/pool';
import { withdrawPage } from '@/db/queries/release/withdraw-page';
import { withdraw } from '../../actions';

type Props = PageProps<'/releases/[service]/withdraw'>;

const numbered = (parameter: string | string[] | undefined): number | null =>
  typeof parameter === 'string' && /^[1-9]\d{0,8}$/.test(parameter) ? Number(parameter) : null;

export async function generateMetadata({ searchParams }: Props) {
  const edition = numbered((await searchParams).edition);
  return { title: edition === null ? 'Withdraw an edition' : `Withdraw edition ${edition}?` };
}

export default async function Withdraw({ params, searchParams }: Props) {
  const who = await requirePerson();
  const [{ service }, { done, edition, kept }] = await Promise.all([params, searchParams]);
  const page = await found(withdrawPage(database(), who, service));
  const editions = { chosen: numbered(edition), withdrawn: numbered(done) };
  const reason = (await keptTyping(kept))?.reason;
  return <WithdrawSheet page={page} {...editions} reason={reason} fresh={crypto.randomUUID()} withdraw={withdraw} />;
}
