import type { ReactNode } from 'react';
import { Link } from '@/components/frame/link';
import { SettingsFrame } from '@/components/settings/settings-frame';

type Props = {
  title: string;
  standfirst?: ReactNode;
  /** What the page belongs to, between the settings and itself. */
  crumbs?: { href: string; text: string }[];
  /** What the page is mostly opened for. */
  button?: { href: string; text: string };
  done?: ReactNode;
  links: { href: string; text: string }[];
  /** The address of the setting that the page belongs to. */
  current: string;
  children: ReactNode;
};

/** A page of the framework: its head with its one button, what was just done, and the list of settings at its left. */
export function FrameworkPage(props: Props) {
  const { title, standfirst, crumbs = [], button, done, links, current, children } = props;
  return (
    <>
      <nav className="crumbs" aria-label="Breadcrumb">
        <Link href="/settings">Settings</Link>
        {crumbs.map(({ href, text }) => (
          <span key={href}>
            {' '}
            <span aria-hidden="true">›</span> <Link href={href}>{text}</Link>
          </span>
        ))}
      </nav>
      <header className="page-head framework-head">
        <div>
          <h1>{title}</h1>
          {standfirst && <p className="standfirst">{standfirst}</p>}
        </div>
        {button && (
          <Link className="button" href={button.href}>
            {button.text}
          </Link>
        )}
      </header>
      <SettingsFrame links={links} current={current}>
        {done && (
          <p className="done" role="status">
            {done}
          </p>
        )}
        {children}
      </SettingsFrame>
    </>
  );
}
