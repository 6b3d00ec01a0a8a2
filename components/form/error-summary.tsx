'use client';

import { useEffect, useRef } from 'react';
import type { Problem } from '@/lib/form/form-state';

/** What is wrong with a form, above it, each problem a link to its field; takes the focus when it appears. */
export function ErrorSummary({ problems }: { problems: Problem[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length === 0) return;
    box.current?.focus();
    const title = document.title;
    document.title = title.startsWith('Error:') ? title : `Error: ${title}`;
    return () => {
      document.title = title;
    };
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">There is a problem</h2>
      <ul>
        {problems.map(({ field, sentence }) => (
          <li key={`${field} ${sentence}`}>{field ? <a href={`#${field}`}>{sentence}</a> : sentence}</li>
        ))}
      </ul>
    </div>
  );
}
