'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** The ways to a person's work, with the one they are in marked. */
export function StaffNav({ links }: { links: { href: string; text: string }[] }) {
  const here = usePathname();
  return (
    <nav className="staff-nav" aria-label="Your work">
      <ul>
        {links.map(({ href, text }) => (
          <li key={href}>
            <Link href={href} aria-current={here === href ? 'page' : here.startsWith(`${href}/`) ? 'true' : undefined}>
              {text}
            </Link>
          </li>
        ))}
        <li>
          <a href="/">Published scorecards</a>
        </li>
      </ul>
    </nav>
  );
}
