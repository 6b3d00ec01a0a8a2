import type { ReactNode } from 'react';
import { Link } from '@/components/frame/link';

type Props = {
  links: { href: string; text: string }[];
  /** The address of the setting that the page belongs to. */
  current: string;
  children: ReactNode;
};

/** A page of the settings beside the list of them. */
export function SettingsFrame({ links, current, children }: Props) {
  return (
    <div className="settings">
      <nav className="settings-nav" aria-label="Settings">
        <ul>
          {links.map(({ href, text }) => (
            <li key={href}>
              <Link href={href} aria-current={href === current ? 'page' : undefined}>
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="settings-page">{children}</div>
    </div>
  );
}
