'use client';

import { FaultWords } from '@/components/frame/trouble-words';

export default function Trouble() {
  return <FaultWords />;
}
