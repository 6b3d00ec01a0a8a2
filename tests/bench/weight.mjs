import { ask } from './answer.mjs';
import { filesOf, fontsOf, inlineScripts } from './page-parts.mjs';

/**
 * What a first visit to a page costs, found by reading the page and its style sheets: bytes of each kind, raw and as
 * they travel to a browser that takes gzip. Fonts count whole, though a browser loads only those that it needs.
 */
export async function weigh(application, path) {
  const address = new URL(path, application).href;
  const kinds = { HTML: nothing(), CSS: nothing(), script: nothing(), fonts: nothing(), pictures: nothing() };
  const html = await add(kinds.HTML, address);
  const inline = Buffer.byteLength(inlineScripts(html).join(''));
  Object.assign(kinds.script, { raw: inline, gzip: inline, files: inline ? ['in the page itself'] : [] });
  const files = new Map(filesOf(html, address).map(({ url, kind }) => [url, kind]));
  for (const [url, kind] of files) {
    const text = await add(kinds[kind], url);
    if (kind === 'CSS') for (const font of fontsOf(text, url)) if (!files.has(font)) files.set(font, 'fonts');
  }
  return { path, kinds };
}

const nothing = () => ({ raw: 0, gzip: 0, files: [] });

async function add(kind, url) {
  const raw = await ask(url);
  const gzip = await ask(url, { 'accept-encoding': 'gzip' });
  if (raw.status !== 200) throw new Error(`${url}, which a page needs, answers ${raw.status}.`);
  kind.raw += raw.body.length;
  kind.gzip += gzip.body.length;
  kind.files.push(new URL(url).pathname);
  return raw.body.toString('utf8');
}
