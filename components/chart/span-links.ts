import { exploreCharts } from './chart-explorer';

/** Everything that a span decides: the trend with its table, the normal range, and the words of its periods. */
const part = 'main';

/** Follows the links that show more of a measure without leaving the page; whatever goes wrong, the browser goes there itself. */
export function followSpans(page: Document): void {
  let shown = place();
  let turn = new AbortController();
  const turnTo = async (address: string, then: () => void): Promise<void> => {
    turn.abort();
    turn = new AbortController();
    const { signal } = turn;
    try {
      const fresh = await partOf(address, signal);
      if (signal.aborted) return;
      replace(page, fresh);
      then();
      shown = place();
    } catch {
      if (signal.aborted) return;
      // Where the address bar is there already, going there would only scroll.
      if (address === location.href) location.reload();
      else location.assign(address);
    }
  };
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-ranges] a') : null;
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented) return;
    event.preventDefault();
    void turnTo(link.href, () => history.pushState({ spans: true }, '', link.href));
  });
  addEventListener('popstate', () => {
    // Going to another place on this page is no turn to another span.
    if (place() !== shown && page.querySelector('[data-ranges]')) void turnTo(location.href, () => {});
  });
}

const place = (): string => location.pathname + location.search;

async function partOf(address: string, signal: AbortSignal): Promise<HTMLElement> {
  const answer = await fetch(address, { headers: { accept: 'text/html' }, signal });
  const text = answer.ok ? await answer.text() : '';
  const fresh = new DOMParser().parseFromString(text, 'text/html').querySelector<HTMLElement>(part);
  if (!fresh?.querySelector('[data-ranges]')) throw new Error('there is no trend in the answer');
  return fresh;
}

/** Puts the part of another address in the place of this page's: what was unfolded stays so, and the focus is on the link of the span. */
function replace(page: Document, fresh: HTMLElement): void {
  const old = page.querySelector(part);
  if (!old) throw new Error('there is nothing to replace');
  const held = old.contains(page.activeElement);
  for (const { className } of old.querySelectorAll('details[open][class]'))
    fresh.querySelector(`details[class="${className}"]`)?.setAttribute('open', '');
  old.replaceWith(page.adoptNode(fresh));
  exploreCharts(fresh);
  if (held) fresh.querySelector<HTMLElement>('[data-ranges] [aria-current]')?.focus({ preventScroll: true });
}
