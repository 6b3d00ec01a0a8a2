import type { ReactElement } from 'react';
import { inWelsh } from '@/lib/translation/welsh-page';

/** The ends of elements that the next tag implies. Source: the HTML standard, optional tags. */
const impliedEnds = /<\/t[dh]>(?=<t[dh][ >]|<\/tr>)|<\/tr>(?=<tr[ >]|<\/t(?:body|head)>)|<\/li>(?=<li[ >]|<\/[uo]l>)/g;

/**
 * The HTML of a public page, rendered once to text: no script and no second copy of the page for a browser to run, which
 * is what makes it light and lets its security policy forbid scripts altogether.
 */
export async function markup(page: ReactElement): Promise<string> {
  // Imported when first needed: Next refuses a static import of the server renderer outside its own pages.
  const { renderToStaticMarkup } = await import('react-dom/server');
  // Drawings may close their own shapes, which on a page of sparklines saves a fiftieth.
  const english = renderToStaticMarkup(page);
  // Which language a page is in, its own document says.
  const html = (english.startsWith('<html lang="cy"') ? inWelsh(english) : english).replaceAll(
    /><\/(?:circle|path|use)>/g,
    '/>',
  );
  // The end of a cell, a row or an item of a list goes without saying before the next one: a fiftieth again.
  return `<!DOCTYPE html>${html.replaceAll(impliedEnds, '')}`;
}
