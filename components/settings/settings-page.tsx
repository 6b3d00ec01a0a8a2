import type { ReactNode } from 'react';
import { Link } from '@/components/frame/link';

type Props = {
  settings: { href: string; text: string; about: string }[];
  /** What waits to be done there, above the list. */
  prompt?: ReactNode;
};

/** All settings of a person, each with what it is for. */
export function SettingsPage({ settings, prompt }: Props) {
  return (
    <>
      <header className="page-head">
        <h1>Settings</h1>
        <p className="standfirst">What the scorecards are made from, and who looks after it.</p>
      </header>
      {prompt}
      <ul className="settings-list">
        {settings.map(({ href, text, about }) => (
          <li key={href}>
            <Link href={href}>{text}</Link>
            <p>{about}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
