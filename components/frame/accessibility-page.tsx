import { accessibilityPoints, accessibilityPromises } from '@/lib/accessibility/known-points';
import { formatDate } from '@/lib/time/period';
import { PublicDocument, type Site } from './public-document';

/** Who answers for accessibility at this council; the council fills it in. */
type AccessibilityContact = {
  email: string | null;
  phone: string | null;
  post: string | null;
  answerWithin: string;
};

type Props = { site: Site; contact: AccessibilityContact; prepared: string; tested: string };

/**
 * The accessibility statement with what regulation 8 of the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
 * Accessibility Regulations 2018 asks for.
 */
export function AccessibilityPage({ site, contact, prepared, tested }: Props) {
  const title = 'Accessibility statement';
  return (
    <PublicDocument
      site={site}
      title={title}
      description={`How accessible the performance pages of ${site.council} are.`}
    >
      <h1>{title}</h1>
      <div className="prose">
        <p>
          This statement is about the public performance pages of {site.council}. The council wants everyone to be able
          to use them, and is committed to making them accessible under the Public Sector Bodies (Websites and Mobile
          Applications) (No. 2) Accessibility Regulations 2018.
        </p>
        <p>A test shows, whenever these pages change, that you can:</p>
        <ul>
          {accessibilityPromises.map(({ criterion, words }) => (
            <li key={words}>
              {words}
              {criterion && <small> ({criterion})</small>}
            </li>
          ))}
        </ul>
        <h2>Compliance status</h2>
        <p>
          These pages are partially compliant with the Web Content Accessibility Guidelines version 2.2, level AA. We
          say “partially” because we tested them ourselves and the testing was not complete.
        </p>
        <h2>Non-accessible content</h2>
        <p>We know of no failure of a success criterion. This is what we found, and what is not tested:</p>
        <table>
          <caption className="unseen">Known points of these pages</caption>
          <thead>
            <tr>
              <th scope="col">Success criterion</th>
              <th scope="col">State</th>
              <th scope="col">What is known</th>
            </tr>
          </thead>
          <tbody>
            {accessibilityPoints.map(({ criterion, state, words }) => (
              <tr key={words}>
                <td>{criterion}</td>
                <td>{state}</td>
                <td>{words}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          We claim no disproportionate burden, and no content is left out as being outside the scope of the regulations.
        </p>
        <h2>How we tested</h2>
        <p>
          We last tested on {formatDate(tested)}, ourselves: every kind of public page with the axe checks for WCAG 2.2
          levels A and AA, at widths of 1280 and 320 pixels, in Chromium only. No independent body has tested them.
        </p>
        <h2 id="contact">Reporting problems and asking for another format</h2>
        <p>
          If you find a problem that is not listed here, think we do not meet the regulations, or need this information
          in another format such as large print, easy read, audio or braille, tell us:
        </p>
        <Contact contact={contact} council={site.council} />
        <h2>Enforcement procedure</h2>
        <p>
          The Equality and Human Rights Commission (EHRC) enforces the accessibility regulations. If you are not happy
          with how we answer, contact the{' '}
          <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service (EASS)</a>. In
          Northern Ireland, contact the{' '}
          <a href="https://www.equalityni.org/">Equality Commission for Northern Ireland</a>.
        </p>
        <h2>Preparation of this statement</h2>
        <p>
          This statement was prepared on {formatDate(prepared)} from the tests described above. It is reviewed whenever
          the pages change, and at least once a year.
        </p>
      </div>
    </PublicDocument>
  );
}

function Contact({ contact, council }: { contact: AccessibilityContact; council: string }) {
  const { email, phone, post, answerWithin } = contact;
  if (!email && !phone && !post)
    return (
      <p className="notice">
        {council} has not yet entered whom to contact. Until then use any contact of the council.
      </p>
    );
  return (
    <>
      <ul>
        {email && (
          <li>
            e-mail <a href={`mailto:${email}`}>{email}</a>
          </li>
        )}
        {phone && <li>telephone {phone}</li>}
        {post && <li>write to {post}</li>}
      </ul>
      <p>We answer within {answerWithin}.</p>
    </>
  );
}
