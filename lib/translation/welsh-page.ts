import { type Element, htmlText, isElement, type Node, plainText, treeOf } from './html-tree';
import { type Part, welshText } from './welsh-text';

/** What the words of a part of a page are in: 'none' of figures and signs alone, which every language has. */
type Speech = 'none' | 'welsh' | 'english' | 'both';

/** Elements whose text nobody reads as such, and those that may hold text alone. */
const unread = new Set(['script', 'style']);
const textOnly = new Set(['title', 'option', 'text', 'desc', 'textarea']);
/** The elements of a document that are in its language, whatever stands in them. */
const frame = new Set(['', 'html', 'head', 'body', 'main']);
/** The attributes that are read or heard. */
const heard = / (aria-label|alt|placeholder|data-label)="([^"]*)"/g;

/** A page of a council that chose Welsh: its own words in Welsh, and what is not translated marked as English (WCAG 3.1.2). */
export const inWelsh = (html: string): string =>
  treeOf(html)
    .children.map((node) => written(spoken(node), true))
    .join('');

type Spoken = { speech: Speech; parts: Part[] } | { speech: Speech; element: Element; tag: string; children: Spoken[] };

/** A part of a page with its words in Welsh where the catalogue has them, and what it is in. */
function spoken(node: Node): Spoken {
  if (!isElement(node)) {
    const parts = partsOf(plainText(node.text));
    return { speech: together(parts.map(speechOf)), parts };
  }
  // What says its language itself is left as it is.
  if (unread.has(node.name) || (node.name !== 'html' && / (?:lang|hreflang)="/.test(node.tag)))
    return { speech: 'none', element: node, tag: node.tag, children: node.children.map(asWritten) };
  const attributes: Speech[] = [];
  const tag = node.tag.replaceAll(heard, (attribute, name: string, value: string) => {
    const parts = partsOf(plainText(value));
    attributes.push(together(parts.map(speechOf)));
    return attributes.at(-1) === 'none' ? attribute : ` ${name}="${htmlText(textOf(parts))}"`;
  });
  const children = node.children.map(spoken);
  // What a script fills in is English.
  if (node.tag.includes('class="readout"')) return { speech: 'english', element: node, tag, children };
  return { speech: together([...attributes, ...children.map(({ speech }) => speech)]), element: node, tag, children };
}

const asWritten = (node: Node): Spoken =>
  isElement(node)
    ? { speech: 'none', element: node, tag: node.tag, children: node.children.map(asWritten) }
    : { speech: 'none', parts: [{ text: plainText(node.text), isEnglish: false }] };

/** A text in parts, with the blanks around it as they are. */
function partsOf(text: string): Part[] {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (!/\p{L}/u.test(words)) return [{ text, isEnglish: false }];
  const parts = welshText(words) ?? [{ text: words, isEnglish: true }];
  return [{ text: before, isEnglish: false }, ...parts, { text: after, isEnglish: false }].filter(
    ({ text: part }) => part !== '',
  );
}

const textOf = (parts: Part[]): string => parts.map(({ text }) => text).join('');
const speechOf = ({ text, isEnglish }: Part): Speech =>
  /\p{L}/u.test(text) ? (isEnglish ? 'english' : 'welsh') : 'none';

function together(all: Speech[]): Speech {
  const heardIn = new Set(all.filter((speech) => speech !== 'none'));
  if (heardIn.size === 0) return 'none';
  if (heardIn.size > 1 || heardIn.has('both')) return 'both';
  return heardIn.has('welsh') ? 'welsh' : 'english';
}

/** The HTML of a part; `marks` while nothing around it is marked as English. */
function written(part: Spoken, marks: boolean): string {
  if (!('element' in part))
    return part.parts
      .map(({ text, isEnglish }) =>
        isEnglish && marks ? `<span lang="en-GB">${htmlText(text)}</span>` : htmlText(text),
      )
      .join('');
  const { element, tag, children, speech } = part;
  const isMarked = marks && speech === 'english' && !frame.has(element.name);
  const opening = isMarked ? tag.replace(/\/?>$/, (end) => ` lang="en-GB"${end}`) : tag;
  const inside = marks && !isMarked && !textOnly.has(element.name);
  return opening + children.map((child) => written(child, inside)).join('') + endOf(element);
}

const endOf = ({ name, isVoid }: Element): string => (isVoid ? '' : `</${name}>`);
