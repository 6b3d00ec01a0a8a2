import { PublicDocument, type Site } from './public-document';
import { RequestNumber } from './request-number';

type Props = {
  site: Site;
  heading: string;
  sentence: string;
  link: { href: string; text: string } | null;
  /** The request that went wrong, where something did. */
  request?: string | null;
};

/** A page that says one thing: not found, or not available just now. */
export function SentencePage({ site, heading, sentence, link, request }: Props) {
  return (
    <PublicDocument site={site} title={heading} description={sentence}>
      <h1>{heading}</h1>
      <p className="standfirst">{sentence}</p>
      <RequestNumber id={request} />
      {link && (
        <p>
          <a href={link.href}>{link.text}</a>
        </p>
      )}
    </PublicDocument>
  );
}
