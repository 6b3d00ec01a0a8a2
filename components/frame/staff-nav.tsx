'use client';

import { usePathname } from 'next/navigation';
import { Link } from './link';

/** The ways to a person's work, with the one they are in marked. */
export function StaffNav({ links }: { links: { href: string; text: string }[] }) {
  const here = usePathname();
  const within = (href: string) => here === href || here.startsWith(`${href}/`);
  // My readings stand below my work: only the nearest way is marked.
  const [nearest] = links.filter(({ href }) => within(href)).toSorted((a, b) => b.href.length - a.href.length);
  return (
    <nav className="staff-nav" aria-label="Your work">
      <ul>
        {links.map(({ href, text }) => (
          <li key={href}>
            <Link href={href} aria-current={here === href ? 'page' : nearest?.href === href ? 'true' : undefined}>
              {text}
            </Link>
          </li>
        ))}
        <li className="outside">
          <a href="/">What the public sees</a>
        </li>
      </ul>
    </nav>
  );
}
