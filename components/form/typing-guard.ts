import { writtenText } from '@/lib/reading/reading-fields';

/** How long after something was typed it is kept, in milliseconds. */
const pause = 3_000;
/** As much as a browser still sends from a page that is left. */
const mostAtLeaving = 60_000;

type Guard = {
  /** What the record has: a form that says the same is not changed. */
  saved: string;
  /** Where to keep what is typed; null where nothing is to be kept now. */
  address: string | null;
  /** Whether the form is being sent at this moment. */
  sending: () => boolean;
  /** Called each time that the typing is kept. */
  onKept: () => void;
};

/**
 * Watches over a form: keeps what is typed at the server a few seconds after it was typed and when the page is left, and has
 * the browser ask before a changed form is left. Answers how to stop.
 */
export function guardTyping(form: HTMLFormElement, { saved, address, sending, onKept }: Guard): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastKept = saved;

  const keep = (leaving = false) => {
    clearTimeout(timer);
    timer = undefined;
    const body = new FormData(form);
    const text = textOf(body);
    if (address === null || sending() || text === lastKept) return;
    const before = lastKept;
    lastKept = text;
    fetch(address, { method: 'POST', body, keepalive: leaving && text.length < mostAtLeaving })
      .then(({ ok }) => {
        if (ok) onKept();
        else lastKept = before;
      })
      .catch(() => {
        lastKept = before;
      });
  };
  const typed = () => {
    timer ??= setTimeout(keep, pause);
  };
  const left = () => keep(true);
  const confirmLeaving = (event: BeforeUnloadEvent) => {
    if (!sending() && textOf(new FormData(form)) !== saved) event.preventDefault();
  };
  // A link that the framework would follow without leaving the page is followed by the browser, which then asks.
  const followed = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link && link.pathname !== location.pathname && textOf(new FormData(form)) !== saved) event.stopPropagation();
  };

  form.addEventListener('input', typed);
  addEventListener('pagehide', left);
  addEventListener('beforeunload', confirmLeaving);
  addEventListener('click', followed, { capture: true });
  return () => {
    left();
    form.removeEventListener('input', typed);
    removeEventListener('pagehide', left);
    removeEventListener('beforeunload', confirmLeaving);
    removeEventListener('click', followed, { capture: true });
  };
}

/** What is written in a form, as one text; a name that comes more than once holds its values line by line. */
function textOf(form: FormData): string {
  const names = [...new Set(form.keys())];
  return writtenText(Object.fromEntries(names.map((name) => [name, form.getAll(name).join('\n')])));
}
