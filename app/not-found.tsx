import { NotFoundWords } from '@/components/frame/trouble-words';

/** For addresses of the framework's own that lead nowhere; every other one is answered by [...address]. */
export default function NotFound() {
  return (
    <main id="main">
      <NotFoundWords />
    </main>
  );
}
