import { formatInstant } from '@/lib/time/instant';

/** What a form hands back once, when an invitation was made. */
type InvitationFields = Record<'invited' | 'address' | 'link' | 'until', string>;

/** The one time that the link of an invitation is shown: it is kept nowhere. */
export function InvitationLink({ typed }: { typed: Partial<InvitationFields> }) {
  const { invited, address, link, until } = typed;
  if (!invited || !link || !until) return null;
  return (
    <div className="done" role="status">
      <h2>An invitation for {invited}</h2>
      <p>
        No mail is set up, so please send this link to {address} yourself. It works once, until {formatInstant(until)},
        and is shown only here and now:
      </p>
      <p>
        <a className="invitation" href={link}>
          {link}
        </a>
      </p>
    </div>
  );
}
