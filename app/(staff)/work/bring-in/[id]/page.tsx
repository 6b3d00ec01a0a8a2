import { fileFor, importTitleOf } from '@/app/_staff/import-page';
import { act } from '../../../settings/bring-in/actions';

type Props = PageProps<'/work/bring-in/[id]'>;

export async function generateMetadata({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  return { title: await importTitleOf(id, 'own', query) };
}

export default async function OwnBroughtFile({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  return fileFor({ id, scope: 'own', query, act });
}
