import { PublicDocument, type Site } from './public-document';

type Props = {
  site: Site;
  staffStylesheet: string;
  /** The page as it is now. */
  at: string;
  /** What was typed, to be read again here. */
  typed: [name: string, value: string][];
  /** Whether the page at that address has what was typed in its form. */
  hasKeptTyping: boolean;
};

/** What a person reads whose form came from a page that an earlier version of Candour had made. */
export function OutOfDatePage({ site, staffStylesheet, at, typed, hasKeptTyping }: Props) {
  const heading = 'This page is out of date';
  const sentence = 'Candour was brought up to date after you opened it, so nothing was changed.';
  const words = typed.filter(([, value]) => /\S\s+\S/.test(value));
  return (
    <PublicDocument site={site} title={heading} description={sentence}>
      <link rel="stylesheet" href={staffStylesheet} />
      <h1>{heading}</h1>
      <p className="standfirst">
        {sentence} {hasKeptTyping && 'What you typed is kept, and is in the form when you open the page again.'}
      </p>
      {words.length > 0 && (
        <div className="told">
          <p>This is what you wrote:</p>
          {words.map(([name, value]) => (
            <blockquote key={name}>{value}</blockquote>
          ))}
        </div>
      )}
      <p>
        <a href={at}>Open the page again</a>
      </p>
    </PublicDocument>
  );
}
