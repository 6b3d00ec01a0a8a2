'use client';

import { FaultWords } from '@/components/trouble-words';

export default function Trouble() {
  return <FaultWords />;
}
