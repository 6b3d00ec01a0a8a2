import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { MeasureDesk } from '@/components/measure/measure-desk';
import { database } from '@/db/connection/pool';
import { measurePage } from '@/db/queries/measure/measure-page';
import { rebase, removeRebase, screening } from './actions';

type Props = PageProps<'/measures/[code]/working'>;

const loadPage = cache(async (code: string) => {
  const who = await requirePerson();
  return found(measurePage(database(), who, code, await todayHere()));
});

export async function generateMetadata({ params }: Props) {
  const { row } = await loadPage((await params).code);
  return { title: `${row.title}, with what is not published` };
}

export default async function WorkingMeasure({ params, searchParams }: Props) {
  const [{ code }, { done }] = await Promise.all([params, searchParams]);
  const page = await loadPage(code);
  const steps = { rebase, removeRebase, screening };
  return <MeasureDesk page={page} date={await todayHere()} steps={steps} fresh={crypto.randomUUID()} done={done} />;
}
