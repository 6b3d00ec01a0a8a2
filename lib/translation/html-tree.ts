/** An element of a page with its opening tag as it was written, that of a script with all of it; `text` alone for what stands between tags. */
export type Element = { tag: string; name: string; children: Node[]; isVoid: boolean };
export type Node = Element | { text: string };

export const isElement = (node: Node): node is Element => 'tag' in node;

const voids = new Set(['meta', 'link', 'br', 'input', 'img', 'hr', 'wbr', 'col']);

/**
 * The tree of a page that React wrote: every element is closed, and < and > stand in no text and no attribute. It is read before
 * the ends of elements are left out.
 */
export function treeOf(html: string): Element {
  const root: Element = { tag: '', name: '', children: [], isVoid: false };
  const open = [root];
  for (const [token] of html.matchAll(/<(script|style)\b[^>]*>.*?<\/\1>|<[^>]*>|[^<]+/gs)) {
    const parent = open.at(-1) ?? root;
    if (!token.startsWith('<')) parent.children.push({ text: token });
    else if (token.startsWith('</')) open.pop();
    else {
      const name = /^<([^\s/>]+)/.exec(token)?.[1] ?? '';
      const isVoid = voids.has(name) || /\/>$|^<!|<\/(?:script|style)>$/.test(token);
      const element: Element = { tag: token, name, children: [], isVoid };
      parent.children.push(element);
      if (!isVoid) open.push(element);
    }
  }
  return root;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** A text of a page as it is read. */
export const plainText = (html: string): string =>
  html.replaceAll(/&(amp|lt|gt|quot|#x27);/g, (entity, name: string) => entities[name] ?? entity);

/** A text as a page writes it. */
export const htmlText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');
