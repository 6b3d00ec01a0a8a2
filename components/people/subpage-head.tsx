import type { ReactNode } from 'react';

/** The head of a page under the list of people. */
export function SubpageHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="page-head standing-head">
      <p className="kicker">
        <a href="/settings">Settings</a> <span aria-hidden="true">›</span> <a href="/settings/people">People</a>
      </p>
      <h1>{title}</h1>
      {children && <div className="lead">{children}</div>}
    </header>
  );
}
