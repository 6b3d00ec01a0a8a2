'use client';

import { useEffect, useRef, useState } from 'react';
import { useFormStatus } from 'react-dom';
import { guardTyping } from './typing-guard';

export type Keeping = { saved: string; address: string | null };

/** Stands in a form and watches over what is typed there, where there is JavaScript; says when it was kept. */
export function TypingKeeper({ saved, address }: Keeping) {
  const { pending } = useFormStatus();
  const sending = useRef(false);
  const place = useRef<HTMLParagraphElement>(null);
  const [at, setAt] = useState<string | null>(null);
  useEffect(() => {
    sending.current = pending;
  }, [pending]);
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const onKept = () => setAt(new Date().toLocaleTimeString('en-GB', clock));
    return guardTyping(form, { saved, address, sending: () => sending.current, onKept });
  }, [saved, address]);
  return (
    <p ref={place} className="hint" hidden={at === null}>
      {at &&
        `What you typed is kept for you for 24 hours, last at ${at}. Nobody else sees it, and it is not saved yet.`}
    </p>
  );
}

const clock = { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' } as const;
