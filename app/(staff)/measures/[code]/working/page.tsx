import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { MeasureDesk } from '@/components/measure/measure-desk';
import { database } from '@/db/connection/pool';
import { measurePage } from '@/db/queries/measure/measure-page';
import { theCouncil } from '@/db/queries/published/in-force';
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
  const council = (await theCouncil(database()))?.name ?? '';
  const date = await todayHere();
  return (
    <MeasureDesk page={page} council={council} date={date} steps={steps} fresh={crypto.randomUUID()} done={done} />
  );
}
