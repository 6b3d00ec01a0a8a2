import { type Contact, phoneAddress } from '@/lib/form/contact-fields';

/** Whom to ask about the figures of a page, with a way that opens the reader's mail or telephone. */
export const ContactLine = ({ contact }: { contact: Contact }) => (
  <p>
    Questions about these figures: <ContactWays contact={contact} />
  </p>
);

/** Who answers, and how they are reached. */
export function ContactWays({ contact: { name, email, phone } }: { contact: Contact }) {
  return (
    <>
      {name}
      {email && (
        <>
          , <a href={`mailto:${email}`}>{email}</a>
        </>
      )}
      {phone && (
        <>
          , <a href={phoneAddress(phone)}>{phone}</a>
        </>
      )}
    </>
  );
}
