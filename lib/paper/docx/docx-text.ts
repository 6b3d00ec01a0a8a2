import { AlignmentType, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { inks } from '@/lib/paper/inks';
import type { Line, Run, Sign } from '@/lib/paper/paper';

/** The signs as characters that every word processor has in some font; the word stands beside each. */
const characters: Record<Sign, string> = {
  red: '◆',
  amber: '▲',
  green: '●',
  none: '○',
  improving: '↑',
  worsening: '↓',
  no_change: '=',
  increasing: '↑',
  decreasing: '↓',
  incomparable: '–',
  overdue: '⚠',
};

/** Character styles carry the manner, so that the clerk changes one and all follow; colours are set on the run. */
const styles = { strong: 'Strong', small: 'SmallWords', figure: 'Figure', block: 'RedBlock' } as const;

/** Text that XML cannot carry is left out: control characters have no place in a document. */
export const xmlText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids.
  text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

function runOf({ text, manner, tone, sign }: Run): TextRun {
  const signed = sign ? `${characters[sign]} ${text}` : text;
  return new TextRun({
    text: xmlText(signed),
    ...(manner && { style: styles[manner] }),
    ...(tone && manner !== 'block' && { color: inks[tone] }),
  });
}

/** A line as runs, with a blank between two that have none. */
export const runsOf = (line: Line): ParagraphChild[] =>
  line.flatMap((run, index) => {
    const before = line[index - 1];
    const apart = before && !before.text.endsWith(' ') ? [new TextRun(' ')] : [];
    return [...apart, runOf(run)];
  });

type Options = { style?: string; align?: 'right' | undefined; keepNext?: boolean };

/** A paragraph of one of the document's styles. */
export const paragraphOf = (line: Line, { style, align, keepNext = false }: Options = {}): Paragraph =>
  new Paragraph({
    children: runsOf(line),
    ...(style && { style }),
    ...(align && { alignment: AlignmentType.RIGHT }),
    ...(keepNext && { keepNext }),
  });
