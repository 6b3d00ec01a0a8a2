import { NotFoundWords } from '@/components/trouble-words';

export default function NotFound() {
  return <NotFoundWords />;
}
