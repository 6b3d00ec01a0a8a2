import { Link } from '@/components/frame/link';
import type { Count } from '@/lib/bring-in/check-words';

type Props = {
  /** The pages between the start and this one. */
  crumbs: { href: string; text: string }[];
  here: string;
  title: string;
  start: string;
  strong?: string;
  rest?: string;
  counts?: Count[];
};

/** The head of a file's page: where one is, how the file stands in one sentence, and what it comes to in counts. */
export function CheckHead({ crumbs, here, title, start, strong, rest, counts = [] }: Props) {
  return (
    <>
      <nav className="crumbs" aria-label="Breadcrumb">
        {crumbs.map(({ href, text }) => (
          <span key={href}>
            <Link href={href}>{text}</Link> <span aria-hidden="true">›</span>{' '}
          </span>
        ))}
        <span className="file-name">{here}</span>
      </nav>
      <header className="page-head standing-head check-head">
        <h1>{title}</h1>
        <p className="lead">
          {start} {strong && <b>{strong}</b>} {rest}
        </p>
      </header>
      {counts.length > 0 && (
        <ul className="check-counts" aria-label="What it comes to">
          {counts.map(({ count, words }) => (
            <li key={words}>
              <b>{count.toLocaleString('en-GB')}</b> {words}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
