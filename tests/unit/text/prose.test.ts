import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Prose } from '@/components/text/prose';

const html = (text: string) => renderToStaticMarkup(createElement(Prose, { text }));

test('paragraphs, line ends and pasted bullets stay as they were typed', () => {
  expect(html('First line\nsecond line\n\nNext')).toBe('<p>First line<br/>second line</p><p>Next</p>');
  expect(html('Three things:\n• foster carers\n- homes\n* staff\nand more')).toBe(
    '<p>Three things:</p><ul class="bullets"><li>foster carers</li><li>homes</li><li>staff</li></ul><p>and more</p>',
  );
  expect(html('−2.5 is a figure, -3 another')).toBe('<p>−2.5 is a figure, -3 another</p>');
});

test('no word is lost or added, whatever the text', () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab \n•-'.split('')) }), (text) => {
      const words = (text: string) => text.split(/[^ab]+/).filter(Boolean);
      expect(words(html(text).replaceAll(/<[^>]+>/g, ' '))).toEqual(words(text));
    }),
  ));
