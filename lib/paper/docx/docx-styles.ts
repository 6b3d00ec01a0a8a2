import type { IStylesOptions } from 'docx';
import { inks } from '@/lib/paper/inks';

/** Half points, in which Word counts the size of letters. */
const size = (points: number): number => Math.round(points * 2);
const font = 'Arial';

/** The document's styles, by the names that the clerk finds in Word: real headings, a table head, small words. Words are 11 points. */
export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: size(11), language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } },
    },
    heading1: {
      run: { font, size: size(24), bold: true, color: inks.ink },
      paragraph: { spacing: { before: 60, after: 160, line: 240, lineRule: 'auto' }, keepNext: true },
    },
    heading2: {
      run: { font, size: size(16), bold: true, color: inks.ink },
      paragraph: { spacing: { before: 360, after: 120, line: 240, lineRule: 'auto' }, keepNext: true },
    },
    heading3: {
      run: { font, size: size(12), bold: true, color: inks.ink },
      paragraph: { spacing: { before: 240, after: 60, line: 240, lineRule: 'auto' }, keepNext: true },
    },
    listParagraph: { paragraph: { spacing: { after: 80 } } },
  },
  paragraphStyles: [
    {
      id: 'Service',
      name: 'Service',
      basedOn: 'Normal',
      next: 'Heading1',
      quickFormat: true,
      run: { bold: true, size: size(12) },
    },
    { id: 'Lead', name: 'Lead', basedOn: 'Normal', quickFormat: true, run: { size: size(12), color: inks.soft } },
    { id: 'Notice', name: 'Notice', basedOn: 'Normal', quickFormat: true, paragraph: { indent: { left: 200 } } },
    {
      id: 'SmallParagraph',
      name: 'Small paragraph',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: size(9.5), color: inks.soft },
    },
    {
      id: 'TableText',
      name: 'Table text',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: size(9.5) },
      paragraph: { spacing: { before: 20, after: 20, line: 240, lineRule: 'auto' } },
    },
    {
      id: 'TableHead',
      name: 'Table head',
      basedOn: 'TableText',
      quickFormat: true,
      run: { size: size(9), bold: true },
    },
    { id: 'RunningHead', name: 'Running head', basedOn: 'Normal', run: { size: size(9), color: inks.soft } },
  ],
  characterStyles: [
    { id: 'Strong', name: 'Strong', run: { bold: true } },
    { id: 'Figure', name: 'Figure', run: { bold: true } },
    { id: 'SmallWords', name: 'Small words', run: { size: size(9) } },
    { id: 'RedBlock', name: 'Red block', run: { bold: true, color: inks.red } },
  ],
};
