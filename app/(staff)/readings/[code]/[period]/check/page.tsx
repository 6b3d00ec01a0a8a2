import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { CheckAndSubmit } from '@/components/reading/check-and-submit';
import { database } from '@/db/connection/pool';
import { readingPage } from '@/db/queries/reading/reading-page';
import { submit } from '../../../actions';

export const metadata = { title: 'Check your answers' };

export default async function Check({ params }: PageProps<'/readings/[code]/[period]/check'>) {
  const who = await requirePerson();
  const { code, period } = await params;
  const page = await found(readingPage(database(), who, code, period, await todayHere()));
  return <CheckAndSubmit page={page} today={await todayHere()} fresh={crypto.randomUUID()} submit={submit} />;
}
