import { describe, expect, test } from 'vitest';
import { editionPaper } from '../../../lib/paper/edition-paper';
import { awkwardTexts } from '../../support/paper/awkward-texts';
import { pdfPages } from '../../support/paper/file-texts';
import { hiddenRow, paperRow, paperSourceOf, redRow } from '../../support/paper/paper-council';
import { squeezed, wordsOf } from '../../support/paper/paper-words';
import { testPdfMaker } from '../../support/paper/test-typeset';

const makePdf = testPdfMaker();
const source = paperSourceOf([redRow(1), paperRow(2), hiddenRow(3)]);
const paper = editionPaper(source);
const bytes = makePdf(paper);
const raw = bytes.toString('latin1');

describe('the PDF of a paper', () => {
  test('is tagged, in English, titled, and says of itself that it is PDF/UA-1', () => {
    expect(raw.slice(0, 8)).toBe('%PDF-1.7');
    expect(raw).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(raw).toContain('/StructTreeRoot');
    expect(raw).toContain('/Lang (en-GB)');
    expect(raw).toMatch(/DisplayDocTitle true/);
    expect(raw).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(raw).toContain('Buses: performance at 17 August 2018 – Testshire'.replace('–', '\u00e2\u0080\u0093'));
  });

  test('is on A4, with the same head on every page and the pages counted', async () => {
    expect([...raw.matchAll(/\/MediaBox \[([^\]]*)\]/g)].map(([, box]) => box)).toContain('0 0 595.2756 841.8898');
    const pages = await pdfPages(bytes);
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('Buses, performance at 17 August 2018');
      expect(page).toContain('Edition 2');
      expect(squeezed(page)).toContain(`Page${index + 1}of${pages.length}`);
    }
  });

  test('says every word of the paper, and no hidden figure', async () => {
    const text = squeezed((await pdfPages(bytes)).join(' '));
    const missing = paper.blocks.flatMap(wordsOf).filter((words) => !text.includes(squeezed(words)));
    // A cell that is split between two pages has the head of the next one in between.
    expect(missing).toEqual([]);
  });

  test('embeds its fonts under their names', () => {
    expect(new Set(raw.match(/PublicSans-(Regular|SemiBold)|SourceSerif4-SemiBold/g))).toEqual(
      new Set(['PublicSans-Regular', 'PublicSans-SemiBold', 'SourceSerif4-SemiBold']),
    );
    expect(raw).not.toContain('/Type3');
  });

  test('has the same bytes each time it is made', () => {
    expect(testPdfMaker()(paper).equals(bytes)).toBe(true);
  });

  test('takes no text for anything but text', async () => {
    const rows = awkwardTexts.map((text, index) =>
      redRow(index + 1, { title: text, comments: text, definition: text }),
    );
    const text = squeezed((await pdfPages(makePdf(editionPaper(paperSourceOf(rows))))).join(' '));
    expect(awkwardTexts.filter((words) => !text.includes(squeezed(words)))).toEqual([]);
  });

  test('of an edition without measures, and with very long words, is one', () => {
    expect(makePdf(editionPaper(paperSourceOf([]))).length).toBeGreaterThan(1_000);
    const long = redRow(1, { comments: `${'Long words. '.repeat(900)}${'x'.repeat(3_000)}`, title: 'y'.repeat(400) });
    expect(makePdf(editionPaper(paperSourceOf([long]))).length).toBeGreaterThan(1_000);
  });
});
