'use client';

import { FaultWords } from '@/components/frame/trouble-words';

export default function Trouble({ error }: { error: Error & { digest?: string } }) {
  return <FaultWords digest={error.digest} />;
}
