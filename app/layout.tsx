import type { Metadata } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';

export const metadata: Metadata = { icons: { icon: '/icon.svg' } };

/** The document of the pages behind the sign-in; the public pages are documents of their own, without script. */
export default async function Layout({ children }: { children: ReactNode }) {
  // Made for each request: a page that is kept would have no nonce, and its scripts would not run.
  await connection();
  return (
    <html lang="en-GB">
      <head>
        <link rel="preload" as="font" type="font/woff2" href="/assets/fonts/public-sans-latin.woff2" crossOrigin="" />
        <link
          rel="preload"
          as="font"
          type="font/woff2"
          href="/assets/fonts/source-serif-4-latin.woff2"
          crossOrigin=""
        />
        <link rel="stylesheet" href={process.env.CANDOUR_STYLESHEET} precedence="default" />
        <link rel="stylesheet" href={process.env.CANDOUR_STAFF_STYLESHEET} precedence="staff" />
      </head>
      <body>{children}</body>
    </html>
  );
}
