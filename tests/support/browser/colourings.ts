import type { Page } from '@playwright/test';

/** The colourings that axe has measured in this worker, and found to be read well. */
const measured = new Set<number>();

/**
 * Whether a page has a word whose colours nobody measured yet, and how to note that they are. Colours come of an element with its
 * classes, states and own style, of those around it, and of how the page is looked at: neighbours and places give none in our
 * style sheets, so that the same words elsewhere, or other words, are read as well.
 */
export async function unmeasuredColours(page: Page): Promise<{ any: boolean; note: () => void }> {
  const found = await page.evaluate(colouringsOf);
  return {
    any: found.some((colouring) => !measured.has(colouring)),
    note: () => {
      for (const colouring of found) measured.add(colouring);
    },
  };
}

/** In a page: a number for each colouring of an element that has words of its own. */
function colouringsOf(): number[] {
  const values = ['class', 'style', 'type', 'role', 'aria-invalid', 'aria-current', 'aria-expanded', 'aria-pressed'];
  const mixed = (text: string, seed: number): number => {
    let mix = seed;
    for (let at = 0; at < text.length; at += 1) mix = Math.imul(mix ^ text.charCodeAt(at), 16_777_619);
    return mix;
  };
  const looked = ['print', '(prefers-color-scheme: dark)', '(forced-colors: active)'];
  const seen = mixed(looked.map((query) => matchMedia(query).matches).join(), document.styleSheets.length);
  const known = new Map<Element, number>();
  const colouring = (element: Element): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const { parentElement: around } = element;
    const attributes = element.getAttributeNames().map((name) => {
      return values.includes(name) ? `${name}=${element.getAttribute(name)}` : name;
    });
    const states = [':focus', ':checked', ':disabled', ':target'].filter((state) => element.matches(state));
    const own = [element.tagName, ...attributes.sort(), ...states].join(' ');
    const mix = mixed(own, around ? colouring(around) : seen);
    known.set(element, mix);
    return mix;
  };
  const found = new Set<number>();
  for (const element of document.querySelectorAll('body *'))
    if ([...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()))
      found.add(colouring(element));
    else if (element.matches('input, select, textarea')) found.add(colouring(element));
  return [...found];
}
