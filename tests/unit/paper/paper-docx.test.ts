import { beforeAll, describe, expect, test } from 'vitest';
import { paperDocx } from '../../../lib/paper/docx/paper-docx';
import { editionPaper } from '../../../lib/paper/edition-paper';
import { awkwardTexts } from '../../support/paper/awkward-texts';
import { docxParts, docxText } from '../../support/paper/file-texts';
import { hiddenRow, paperRow, paperSourceOf, redRow } from '../../support/paper/paper-council';
import { squeezed, wordsOf } from '../../support/paper/paper-words';

const paper = editionPaper(paperSourceOf([redRow(1), paperRow(2), hiddenRow(3)]));
let parts: Map<string, string>;
const part = (name: string) => parts.get(name) ?? '';

beforeAll(async () => {
  parts = await docxParts(await paperDocx(paper));
});

describe('the document of a paper', () => {
  test('says every word of the paper', () => {
    const text = squeezed(docxText(part('word/document.xml')));
    const words = paper.blocks.flatMap((block) => (block.kind === 'counts' ? [] : wordsOf(block)));
    // A sign stands before some words as a character of its own.
    const plain = (letters: string) => letters.replaceAll(/[◆▲●○↑↓⚠]|[=–](?=No)/g, '');
    expect(words.filter((one) => !plain(text).includes(plain(squeezed(one))))).toEqual([]);
  });

  test('has real headings, and tables whose heads repeat', () => {
    const document = part('word/document.xml');
    const headings = paper.blocks.filter(({ kind }) => kind === 'heading' || kind === 'chart').length;
    expect(document.match(/<w:pStyle w:val="Heading[123]"\/>/g)).toHaveLength(headings);
    const tables = paper.blocks.filter(({ kind }) => kind === 'table').length;
    expect(document.match(/<w:tbl>/g)).toHaveLength(tables);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(tables);
    for (const style of ['Heading1', 'Heading2', 'Heading3', 'TableText', 'TableHead', 'SmallParagraph'])
      expect(part('word/styles.xml')).toContain(`w:styleId="${style}"`);
  });

  test('is on A4, in English, titled, with a running head and its pages counted', () => {
    expect(part('word/document.xml')).toMatch(/<w:pgSz w:w="1190\d" w:h="1683\d"/);
    expect(part('word/styles.xml')).toContain('w:lang w:val="en-GB"');
    expect(part('docProps/core.xml')).toContain(
      '<dc:title>Buses: performance at 17 August 2018 – Testshire</dc:title>',
    );
    expect(docxText(part('word/header1.xml'))).toContain('Buses, performance at 17 August 2018');
    expect(part('word/footer1.xml')).toContain('NUMPAGES');
  });

  test('takes no text for anything but text: no field, no link, nothing from elsewhere', async () => {
    const texts = [...awkwardTexts, 'with \u0001 control \u000b characters'];
    const rows = texts.map((text, index) => redRow(index + 1, { title: text, comments: text, definition: text }));
    const awkward = await docxParts(await paperDocx(editionPaper(paperSourceOf(rows))));
    const document = awkward.get('word/document.xml') ?? '';
    expect(awkwardTexts.filter((text) => !squeezed(docxText(document)).includes(squeezed(text)))).toEqual([]);
    expect(document).not.toMatch(/<w:(fldSimple|instrText|hyperlink|object|altChunk)/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
    expect(document).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    expect([...awkward.keys()].filter((name) => /vba|activeX|oleObject/i.test(name))).toEqual([]);
    for (const [name, text] of awkward) if (name.endsWith('.rels')) expect(text).not.toContain('TargetMode="External"');
  });
});

describe('a chart of the document', () => {
  test('is one of Word’s own, with the figures of the page, a gap where one is hidden, and its words for who cannot see it', async () => {
    const hidden = { ...hiddenRow(1), rag: redRow(1).rag };
    const charted = await docxParts(await paperDocx(editionPaper(paperSourceOf([hidden]))));
    const chart = charted.get('word/charts/chart1.xml') ?? '';
    const figures = /<c:ser>(?:(?!<\/c:ser>).)*<c:v>Figure<\/c:v>.*?<\/c:ser>/s.exec(chart)?.[0] ?? '';
    const values = /<c:val>.*?<\/c:val>/s.exec(figures)?.[0] ?? '';
    expect([...values.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => value)).toEqual(['80', '82']);
    expect(charted.get('word/document.xml')).toContain('Trend of measure 1, Buses 1: 2 figures: first 80');
  });
});
