import { cache } from 'react';
import { today } from '@/app/clock';
import { found } from '@/app/found';
import { keptTyping } from '@/app/kept';
import { requirePerson } from '@/app/session';
import { ReadingDesk } from '@/components/reading-desk';
import { database } from '@/db/pool';
import { readingPage } from '@/db/queries/reading-page';
import { typedOf } from '@/lib/typed-content';
import { accept, correct, withdraw, writeReading } from '../../actions';

type Props = PageProps<'/readings/[code]/[period]'>;

const asked = cache(async (code: string, period: string) => {
  const who = await requirePerson();
  return found(readingPage(database(), who, code, period, today()));
});

export async function generateMetadata({ params }: Props) {
  const { code, period } = await params;
  const page = await asked(code, period);
  return { title: `${page.measure.title}, ${page.period.range}` };
}

export default async function Reading({ params, searchParams }: Props) {
  const [{ code, period }, { kept, saved }] = await Promise.all([params, searchParams]);
  const page = await asked(code, period);
  const typed = (await keptTyping(kept)) ?? typedOf(page.content);
  const steps = { save: writeReading, accept, withdraw, correct };
  const told = { today: today(), fresh: crypto.randomUUID(), saved: saved !== undefined };
  return <ReadingDesk key={`${saved} ${kept}`} page={page} typed={typed} steps={steps} {...told} />;
}
