const tag = /<([a-z][\w-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?)*)\s*\/?>/gi;
const attribute = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+)))?/g;

/** Every file that a page names to be loaded with it: its absolute address and its kind. */
export function filesOf(html, base) {
  return tagsOf(html).flatMap(({ name, has }) => {
    const found = [];
    const add = (kind, address) => {
      if (address && !address.startsWith('data:')) found.push({ kind, url: new URL(address, base).href });
    };
    const rel = (has.rel ?? '').toLowerCase().split(/\s+/);
    if (name === 'script') add('script', has.src);
    if (name === 'img' || name === 'image') add('pictures', has.src ?? has.href);
    if (name === 'link' && rel.includes('stylesheet')) add('CSS', has.href);
    if (name === 'link' && rel.includes('icon')) add('pictures', has.href);
    if (name === 'link' && rel.includes('modulepreload')) add('script', has.href);
    if (name === 'link' && rel.includes('preload')) {
      const kind = { font: 'fonts', script: 'script', style: 'CSS', image: 'pictures' }[has.as];
      if (kind) add(kind, has.href);
    }
    return found;
  });
}

/** The scripts that stand in the page itself: in elements and in attributes such as onclick. */
export function inlineScripts(html) {
  // A data block for catalogues is no script.
  const elements = [...html.matchAll(/<script\b(?! type="application\/ld\+json")[^>]*>([\s\S]*?)<\/script>/gi)].map(
    ([, text]) => text,
  );
  const handlers = tagsOf(html).flatMap(({ has }) => Object.keys(has).filter((name) => /^on[a-z]+$/.test(name)));
  return [...elements, ...handlers];
}

/** The fonts that a style sheet names, as absolute addresses. */
export function fontsOf(css, base) {
  const faces = css.match(/@font-face\s*\{[^}]*\}/gi) ?? [];
  return faces
    .flatMap((face) => [...face.matchAll(/url\(\s*["']?([^"')]+)/gi)])
    .map(([, address]) => new URL(address, base).href)
    .filter((address) => !address.startsWith('data:'));
}

function tagsOf(html) {
  return [...html.matchAll(tag)].map(([, name, rest]) => ({
    name: name.toLowerCase(),
    has: Object.fromEntries(
      [...rest.matchAll(attribute)].map(([, key, ...values]) => [
        key.toLowerCase(),
        (values.find((value) => value !== undefined) ?? '').replaceAll('&amp;', '&'),
      ]),
    ),
  }));
}
