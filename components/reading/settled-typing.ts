import { useEffect, useState } from 'react';

/** How long nobody types before their words are checked. */
const restsMs = 400;

/** What was typed when the typing last paused, so that a check does not run at every key. */
export function useSettledTyping<T>(typed: T): T {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const wait = setTimeout(() => setSettled(typed), restsMs);
    return () => clearTimeout(wait);
  }, [typed]);
  return settled;
}
