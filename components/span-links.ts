import { exploreCharts } from './chart-explorer';

const part = '#trend';

/** Follows the links that show more of a trend without leaving the page; whatever goes wrong, the browser goes there itself. */
export function followSpans(page: Document): void {
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-ranges] a') : null;
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented) return;
    event.preventDefault();
    void turnTo(page, link.href, () => history.pushState({ spans: true }, '', link.href));
  });
  addEventListener('popstate', () => {
    if (page.querySelector('[data-ranges]')) void turnTo(page, location.href, () => {});
  });
}

/** Puts the trend of another address in the place of this page's, and the focus on the link that was followed. */
async function turnTo(page: Document, address: string, then: () => void): Promise<void> {
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    const text = answer.ok ? await answer.text() : '';
    const fresh = new DOMParser().parseFromString(text, 'text/html').querySelector(part);
    const old = page.querySelector(part);
    if (!fresh || !old) throw new Error('there is no trend in the answer');
    const held = old.contains(page.activeElement);
    old.replaceWith(page.adoptNode(fresh));
    then();
    exploreCharts(fresh);
    if (held) fresh.querySelector<HTMLElement>('[data-ranges] [aria-current]')?.focus({ preventScroll: true });
  } catch {
    location.assign(address);
  }
}
