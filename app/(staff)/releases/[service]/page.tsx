import { cache } from 'react';
import { today } from '@/app/clock';
import { found } from '@/app/found';
import { requirePerson } from '@/app/session';
import { ReleaseSheet } from '@/components/release-sheet';
import { database } from '@/db/pool';
import { releasePage } from '@/db/queries/release-page';
import { publish } from '../actions';

type Props = PageProps<'/releases/[service]'>;

const asked = cache(async (slug: string) => {
  const who = await requirePerson();
  return found(releasePage(database(), who, slug, today()));
});

export async function generateMetadata({ params }: Props) {
  return { title: `Release of ${(await asked((await params).service)).service.name}` };
}

export default async function Release({ params, searchParams }: Props) {
  const [{ service }, { published }] = await Promise.all([params, searchParams]);
  const told = { page: await asked(service), today: today(), published: published !== undefined };
  return <ReleaseSheet {...told} fresh={crypto.randomUUID()} publish={publish} />;
}
