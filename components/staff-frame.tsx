import Link from 'next/link';
import type { ReactNode } from 'react';
import type { FormAction } from '../lib/form-state';
import { ActionForm } from './action-form';
import { DemoBanner, Footer, type Site } from './document';
import { SearchForm } from './search-form';
import { StaffNav } from './staff-nav';
import { SubmitButton } from './submit-button';
import { SymbolSprite } from './symbol-sprite';

type Props = {
  site: Site;
  /** Who is signed in, and where their work is; null on the way in. */
  person: { name: string; links: { href: string; text: string }[] } | null;
  signOut: FormAction;
  children: ReactNode;
};

/** The frame of every page behind the sign-in: the public pages' masthead, and who is signed in. */
export function StaffFrame({ site, person, signOut, children }: Props) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to main content
      </a>
      <SymbolSprite />
      {(site.today || site.demonstration) && <DemoBanner {...site} />}
      <header className="masthead">
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
      </header>
      {person && <StaffNav links={person.links} />}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  );
}
