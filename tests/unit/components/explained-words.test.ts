import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Lines, Prose } from '../../../components/text/prose';

const terms = [
  { term: 'FTE', meaning: 'A <full-time> equivalent: part-time posts are counted as parts.' },
  { term: 'IRO', meaning: 'Independent reviewing officer, who watches over a plan.' },
];
const prose = (text: string) => renderToStaticMarkup(createElement(Prose, { text, terms }));

test('a word is explained behind its first use, in view, and leads to its place in the glossary, whatever paragraph or bullet has it', () => {
  expect(prose('Ten FTE left.\nTwo FTE came.\n\n• An IRO said so\n• The IRO and an FTE')).toBe(
    '<p>Ten <a href="/glossary#fte"><abbr>FTE</abbr></a> <i class="meaning">(A &lt;full-time&gt; equivalent)</i> left.<br/>Two FTE came.</p>' +
      '<ul class="bullets"><li>An <a href="/glossary#iro"><abbr>IRO</abbr></a> <i class="meaning">(Independent reviewing officer)</i> said so</li>' +
      '<li>The IRO and an FTE</li></ul>',
  );
});

test('without terms the text is as it was typed', () => {
  expect(renderToStaticMarkup(createElement(Prose, { text: 'Ten FTE left.' }))).toBe('<p>Ten FTE left.</p>');
  expect(renderToStaticMarkup(createElement(Lines, { text: 'One IRO', terms }))).toBe(
    'One <a href="/glossary#iro"><abbr>IRO</abbr></a> <i class="meaning">(Independent reviewing officer)</i>',
  );
});
