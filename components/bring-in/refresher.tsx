'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** How often the page looks again, in milliseconds. */
const pause = 1_500;

/** Has the page look again by itself while it is looked at. */
export function Refresher() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, pause);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
