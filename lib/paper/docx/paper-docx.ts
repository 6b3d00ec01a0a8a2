import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import type { Block, Paper } from '@/lib/paper/paper';
import { chartRunOf } from './docx-charts';
import { docxStyles } from './docx-styles';
import { tableOf, textWidth } from './docx-tables';
import { paragraphOf, runsOf, xmlText } from './docx-text';

/** Twentieths of a point in a millimetre. */
const mm = (millimetres: number): number => Math.round(millimetres * 56.693);
const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** A paper as a document for the clerk (Office Open XML): real styles, tables whose heads repeat, nothing but text. */
export async function paperDocx(paper: Paper): Promise<Buffer> {
  const document = new Document({
    title: xmlText(paper.title),
    description: xmlText(paper.description),
    creator: xmlText(paper.author),
    lastModifiedBy: xmlText(paper.author),
    styles: docxStyles,
    numbering: {
      config: [
        {
          reference: 'dashes',
          levels: [
            {
              level: 0,
              format: 'bullet',
              text: '–',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 284, hanging: 284 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(24), bottom: mm(20), left: mm(14), right: mm(14), header: mm(11), footer: mm(9) },
          },
        },
        headers: {
          default: new Header({
            children: [edge(paper.runningHead.left, [new TextRun(paper.runningHead.right)], 'bottom')],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              edge(
                paper.foot,
                [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
                'top',
              ),
            ],
          }),
        },
        children: paper.blocks.flatMap(childrenOf),
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** The running head, or the foot: words on the left, and on the right what comes after a tab. */
const edge = (left: string, right: TextRun[], side: 'top' | 'bottom'): Paragraph =>
  new Paragraph({
    style: 'RunningHead',
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    border: { [side]: { style: BorderStyle.SINGLE, size: 4, color: 'B9B5AA', space: 6 } },
    children: [new TextRun(xmlText(left)), new TextRun('\t'), ...right],
  });

function childrenOf(block: Block): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: levels[block.level],
          ...(block.page && { pageBreakBefore: true }),
          children: [new TextRun(xmlText(block.number ? `${block.number}. ${block.text}` : block.text))],
        }),
      ];
    case 'eyebrow':
      return [paragraphOf([{ text: block.text }], { style: 'Service' })];
    case 'lead':
      return [paragraphOf([{ text: block.text }], { style: 'Lead' })];
    case 'paragraph':
      return [
        paragraphOf(block.line, {
          ...(block.manner && { style: manners[block.manner] }),
          keepNext: block.before === true,
        }),
      ];
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            style: 'ListParagraph',
            numbering: { reference: 'dashes', level: 0 },
            children: runsOf(item),
          }),
      );
    case 'counts':
      return [
        paragraphOf(
          block.counts.map(({ count, word, sign, tone }, index) => ({
            text: `${count} ${word}${index === block.counts.length - 1 ? '' : ';'}`,
            manner: 'strong',
            tone,
            sign,
          })),
        ),
      ];
    case 'table':
      return [tableOf(block), new Paragraph({ style: 'TableText', children: [] })];
    case 'chart':
      return [
        new Paragraph({ heading: HeadingLevel.HEADING_3, children: [new TextRun(xmlText(block.title))] }),
        paragraphOf([{ text: block.subtitle }], { style: 'SmallParagraph', keepNext: true }),
        new Paragraph({ keepNext: true, children: [chartRunOf(block)] }),
        paragraphOf([{ text: block.key }], { style: 'SmallParagraph' }),
      ];
  }
}

const manners = { small: 'SmallParagraph', notice: 'Notice' } as const;
