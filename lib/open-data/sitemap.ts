/** The pages that every site has. */
const always = [
  '/',
  '/data',
  '/data/columns',
  '/themes',
  '/committees',
  '/calendar',
  '/how-to-read',
  '/glossary',
  '/accessibility',
];

/** The addresses of a site for search engines, those that change with an edition with the ISO day of it. Source: sitemaps.org. */
export function sitemapText(origin: string, pages: { path: string; changed: string }[]): string {
  const site = origin.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const entries = [
    ...always.map((path) => `<url><loc>${site}${path}</loc></url>`),
    ...pages.map(({ path, changed }) => `<url><loc>${site}${path}</loc><lastmod>${changed}</lastmod></url>`),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`;
}
