import type { ReactNode } from 'react';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { SymbolSprite } from '@/components/sign/sign-shapes';
import type { FormAction } from '@/lib/form/form-state';
import { Link } from './link';
import { DemoBanner, Footer, publicWays, type Site } from './public-document';
import { SearchForm } from './search-form';
import { StaffMenu } from './staff-menu';
import { StaffNav } from './staff-nav';

type Props = {
  site: Site;
  /** Who is signed in, and where their work is; null on the way in. */
  person: { name: string; links: { href: string; text: string }[] } | null;
  signOut: FormAction;
  children: ReactNode;
};

/** How many links to one's work a phone shows; staff-frame.css hides the others there, and the menu has them. */
const linksOnPhones = 3;

/** The frame of every page behind the sign-in: the public pages' masthead, and who is signed in. */
export function StaffFrame({ site, person, signOut, children }: Props) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to main content
      </a>
      <SymbolSprite />
      {(site.today || site.demonstration) && <DemoBanner {...site} brief />}
      <header className={person ? 'masthead staff' : 'masthead'}>
        <a href="/">
          <b>{site.council}</b> <span>Performance</span>
        </a>
        <SearchForm />
        {person && (
          <div className="signed-in">
            <Link href="/account">{person.name}</Link>
            <ActionForm action={signOut}>
              <SubmitButton className="button link">Sign out</SubmitButton>
            </ActionForm>
          </div>
        )}
        {person && <StaffMenu name={person.name} more={person.links.slice(linksOnPhones)} signOut={signOut} />}
      </header>
      {person && <StaffNav links={person.links} />}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer>
        {publicWays.slice(1).map(([address, word]) => (
          <li key={address}>
            <a href={address}>{word}</a>
          </li>
        ))}
      </Footer>
    </>
  );
}
