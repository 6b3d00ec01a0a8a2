import { type Kind, kinds } from '@/lib/bring-in/wish';
import { sheetNames } from './out-sheets';

/** What a file that is asked for by its name has in it, and how it is written. */
export type WantedFile = {
  content: 'record' | 'empty' | 'due';
  kinds: readonly Kind[];
  form: 'xlsx' | 'csv';
  /** What it is called when it is kept, without its ending. */
  name: string;
};

/** What goes out of the measures of somebody who keeps no framework. */
const ownKinds: readonly Kind[] = ['measure', 'target', 'outturn', 'comparator', 'reading'];

const kindOf = (name: string): Kind | undefined => kinds.find((kind) => sheetNames[kind].toLowerCase() === name);

/** The file of an address: 'workbook.xlsx', 'readings.csv', as a template 'empty.xlsx' or 'due.csv'; null for another name. */
export function wantedFileOf(what: 'out' | 'templates', whose: 'council' | 'own', file: string): WantedFile | null {
  const [, name = '', form] = /^([a-z]{1,20})\.(xlsx|csv)$/.exec(file) ?? [];
  if (form !== 'xlsx' && form !== 'csv') return null;
  const isTemplate = what === 'templates';
  const here = whose === 'council' ? kinds : isTemplate ? (['reading'] as const) : ownKinds;
  if (isTemplate && name === 'due') return { content: 'due', kinds: ['reading'], form, name: 'readings-due' };
  const all = isTemplate ? 'empty' : 'workbook';
  if (name === all && form === 'xlsx' && here.length > 1)
    return {
      content: isTemplate ? 'empty' : 'record',
      kinds: here,
      form,
      name: isTemplate ? 'template' : 'performance',
    };
  const kind = kindOf(name);
  // A single sheet of the record is a CSV file; a template may be either.
  if (!kind || !here.includes(kind) || (form === 'xlsx' && !isTemplate)) return null;
  return {
    content: isTemplate ? 'empty' : 'record',
    kinds: [kind],
    form,
    name: isTemplate ? `template-${name}` : name,
  };
}
