import { fileFor, importTitleOf } from '@/app/_staff/import-page';
import { act } from '../actions';

type Props = PageProps<'/settings/bring-in/[id]'>;

export async function generateMetadata({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  return { title: await importTitleOf(id, 'council', query) };
}

export default async function BroughtFile({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  return fileFor({ id, scope: 'council', query, act });
}
