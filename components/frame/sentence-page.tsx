import { PublicDocument, type Site } from './public-document';

type Props = { site: Site; heading: string; sentence: string; link: { href: string; text: string } | null };

/** A page that says one thing: not found, or not available just now. */
export function SentencePage({ site, heading, sentence, link }: Props) {
  return (
    <PublicDocument site={site} title={heading} description={sentence}>
      <h1>{heading}</h1>
      <p className="standfirst">{sentence}</p>
      {link && (
        <p>
          <a href={link.href}>{link.text}</a>
        </p>
      )}
    </PublicDocument>
  );
}
