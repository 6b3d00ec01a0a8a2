import { passwordFields } from '@/lib/people/password-fields';
import { PublicDocument, type Site } from './public-document';
import { RequestNumber } from './request-number';

type Props = {
  site: Site;
  staffStylesheet: string;
  heading: string;
  sentence: string;
  /** The request that could not be answered. */
  request: string | null;
  /** The page whose form was sent. */
  at: string;
  /** What the form held, hidden fields and all. */
  fields: [name: string, value: string][];
};

const secret = /password/i;

/** What a person reads whose form came while the record was away: all that it held, ready to be sent again. */
export function SentFormPage({ site, staffStylesheet, heading, sentence, request, at, fields }: Props) {
  const words = fields.filter(([name, value]) => !name.startsWith('$') && !secret.test(name) && /\S\s+\S/.test(value));
  return (
    <PublicDocument site={site} title={heading} description={sentence}>
      <link rel="stylesheet" href={staffStylesheet} />
      <h1>{heading}</h1>
      <p className="standfirst">{sentence}</p>
      <RequestNumber id={request} />
      <form method="post" encType="multipart/form-data" action={at} className="form">
        <p>Everything that you typed is still here, and is sent again with this button.</p>
        <div className="told">
          {words.map(([name, value]) => (
            <blockquote key={name}>{value}</blockquote>
          ))}
        </div>
        {fields.map(([name, value]) => (
          <SentField key={`${name} ${value}`} name={name} value={value} />
        ))}
        <button type="submit" className="button">
          Send it again
        </button>
      </form>
    </PublicDocument>
  );
}

/** A field as it was sent; only a password must be typed again, because no page hands one back. */
function SentField({ name, value }: { name: string; value: string }) {
  if (!secret.test(name)) return <input type="hidden" name={name} value={value} />;
  return (
    <p className="field">
      <label htmlFor={name}>{name === passwordFields.wanted ? 'New password' : 'Password'}</label>
      <input type="password" id={name} name={name} required />
    </p>
  );
}
