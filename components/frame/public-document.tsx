import type { ReactNode } from 'react';
import { SymbolSprite } from '@/components/sign/sign-shapes';
import { formatDate } from '@/lib/time/period';
import { SearchForm } from './search-form';
import { TranslationNote } from './translation-note';

/**
 * What every public page needs to know of the council and its site: `today` only where the day is set by hand, `demonstration`
 * only where the council is one.
 */
export type Site = {
  council: string;
  stylesheet: string;
  /** The script by which a chart can be explored. */
  explorer?: string;
  today: string | null;
  demonstration: string | null;
  /** By which the Office for National Statistics knows the council. */
  areaCode?: string;
  /** Under which its figures are published. */
  licence?: string;
  /** The origin that people type; absent where any that leads here will do. */
  origin?: string;
  /** The language of the page's own words; absent for English. */
  language?: 'cy';
};

type Props = {
  site: Site;
  title: string;
  description: string;
  /** Whether the page is the search itself, which asks in its own place. */
  searching?: boolean;
  /** Whether the page has a chart to explore; only then is there a script, which it can do without. */
  explorer?: boolean;
  /** The path by which the page wants to be known, where others lead to the same. */
  canonical?: string | undefined;
  /** The data of the page for catalogues, as a data block, which is no script. */
  dataset?: string | undefined;
  /** The picture that stands beside a link to the page elsewhere: its path, and what it says. */
  card?: { path: string; alternative: string } | undefined;
  /** The path of a style sheet for paper alone. */
  printed?: string | undefined;
  children: ReactNode;
};

/** A whole public page: head, masthead, main and footer. */
export function PublicDocument(props: Props) {
  const {
    site,
    title,
    description,
    searching = false,
    explorer = false,
    canonical,
    dataset,
    card,
    printed,
    children,
  } = props;
  const address = canonical && (site.origin ?? '') + canonical;
  return (
    <html lang={site.language ?? 'en-GB'}>
      <head>
        <meta charSet="utf-8" />
        <title>{`${title} – ${site.council}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {/* One element for search engines and for whoever shows a card of the page. */}
        <meta name="description" property="og:description" content={description} />
        <meta property="og:title" content={title} />
        {card && (
          <>
            <meta property="og:image" content={(site.origin ?? '') + card.path} />
            <meta property="og:image:alt" content={card.alternative} />
            <meta name="twitter:card" content="summary_large_image" />
          </>
        )}
        <link rel="preload" as="font" href="/assets/fonts/public-sans-latin.woff2" crossOrigin="" />
        <link rel="preload" as="font" href="/assets/fonts/source-serif-4-latin.woff2" crossOrigin="" />
        <link rel="stylesheet" href={site.stylesheet} />
        {printed && <link rel="stylesheet" href={printed} media="print" />}
        <link rel="alternate" type="application/atom+xml" title="Published editions" href="/feed.xml" />
        <link rel="icon" href="/icon.svg" />
        {address && <link rel="canonical" href={address} />}
        {dataset && <script type="application/ld+json">{dataset}</script>}
        {explorer && site.explorer && <script type="module" src={site.explorer} />}
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to main content
        </a>
        <SymbolSprite />
        {site.language && <TranslationNote />}
        {(site.today || site.demonstration) && <DemoBanner {...site} />}
        <header className="masthead">
          <a href="/">
            <b>{site.council}</b> <span>Performance</span>
          </a>
          <PublicWays />
          {!searching && <SearchForm />}
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer about={<AboutFigures {...site} />}>
          <li>
            <a href="/sign-in">Sign in</a>
          </li>
        </Footer>
      </body>
    </html>
  );
}

type Banner = Pick<Site, 'today' | 'demonstration'> & {
  /** Whether a phone may leave out where the figures come from. */
  brief?: boolean;
};

export function DemoBanner({ today, demonstration, brief = false }: Banner) {
  return (
    <aside className="demo" aria-label="Demonstration">
      <b>{demonstration ? 'Demonstration.' : 'Not the real date.'}</b> {today && `Here today is ${formatDate(today)}.`}{' '}
      {brief ? <span className="wide">{demonstration}</span> : demonstration}
    </aside>
  );
}

/** Whose figures these are, and what may be done with them, as far as the council has said. */
function AboutFigures({ council, areaCode, licence }: Pick<Site, 'council' | 'areaCode' | 'licence'>) {
  if (!areaCode && !licence) return null;
  return (
    <p>
      Figures of {council}
      {areaCode && `, area code ${areaCode}`}.{licence && ` Licence: ${licence}.`}
    </p>
  );
}

/** The ways through what is published, by address. */
export const publicWays = [
  ['/', 'Services'],
  ['/themes', 'Themes'],
  ['/committees', 'Committees'],
  ['/calendar', 'Calendar'],
  ['/data', 'Data'],
  ['/how-to-read', 'How to read'],
] as const;

/** The same at the head of every public page. */
function PublicWays() {
  return (
    <nav className="ways" aria-label="Performance">
      {publicWays.map(([address, word]) => (
        <a key={address} href={address}>
          {word}
        </a>
      ))}
    </nav>
  );
}

/** The foot of every page; `children` are further links, and `about` whose figures it shows. */
export function Footer({ about, children }: { about?: ReactNode; children?: ReactNode }) {
  return (
    <footer className="foot">
      <ul>
        <li>
          <a href="/accessibility">Accessibility statement</a>
        </li>
        <li>
          <a href="/glossary">Glossary</a>
        </li>
        {children}
      </ul>
      {about}
      <p>Published with Candour, open-source software for council performance.</p>
    </footer>
  );
}
