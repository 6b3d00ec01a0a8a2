import type { EditionHead } from '@/lib/edition/edition';
import { formatDate, londonDay } from '@/lib/time/period';
import type { Publisher } from './open-rows';

/** The forms in which every set of data is served, the smallest reader first. */
export const dataForms = ['csv', 'json', 'xlsx'] as const;
export type DataForm = (typeof dataForms)[number];

/** Each form in words, and its media type. */
export const formWords: Record<DataForm, { name: string; type: string }> = {
  csv: { name: 'CSV', type: 'text/csv' },
  json: { name: 'JSON', type: 'application/json' },
  xlsx: { name: 'Excel', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
};

/** What a set of data says of itself, in every form. */
export type DataAbout = {
  title: string;
  description: string;
  council: Publisher;
  /** The name of its files without their endings, as its address has it: 'data'. */
  file: string;
  /** What a copy of a file is called when it is kept, without its ending. */
  saveAs: string;
  /** The page beside which it stands, under whose address its files are. */
  page: string;
  /** The ISO day on which it was last changed. */
  modified: string;
  /** The columns that no two rows share. */
  key: string[];
};

/** The parts of a name such as 'data.csv', 'data.csv-metadata.json'; null for another name. */
export function fileIn(name: string, files: readonly string[]): { file: string; form: DataForm | 'metadata' } | null {
  const [, file = '', ending = ''] = /^([a-z]{1,20})\.(csv|json|xlsx|csv-metadata\.json)$/.exec(name) ?? [];
  if (!files.includes(file)) return null;
  return { file, form: ending === 'csv-metadata.json' ? 'metadata' : (ending as DataForm) };
}

/** What the data of a scorecard say of themselves. */
export function scorecardAbout(head: EditionHead, council: Publisher): DataAbout {
  const { slug, name } = head.service;
  const page = `/scorecards/${slug}/editions/${head.number}`;
  return {
    title: `${name}: edition ${head.number}, as at ${formatDate(head.asAt)}`,
    description: `Each measure of the performance scorecard of ${name}, ${council.name}, as edition ${head.number} shows it.`,
    council,
    file: 'data',
    saveAs: `${slug}-edition-${head.number}`,
    page,
    modified: londonDay(head.publishedAt),
    key: ['measure_id'],
  };
}

/** What the data of a measure say of themselves. */
export function measureAbout(head: EditionHead, council: Publisher, row: { code: string; title: string }): DataAbout {
  return {
    title: row.title,
    description: `Every published figure of “${row.title}”, a measure of ${head.service.name}, ${council.name}, and the figures of others that it is shown beside.`,
    council,
    file: 'data',
    saveAs: `${row.code}-edition-${head.number}`,
    page: `/measures/${row.code}`,
    modified: londonDay(head.publishedAt),
    key: ['measure_id', 'series', 'period_end'],
  };
}

/** What the data of the council say of themselves: what its scorecards show now, or every figure of them. */
export function councilAbout(file: CouncilFile, council: Publisher, modified: string): DataAbout {
  const every = file === 'figures';
  return {
    title: `${council.name}: ${every ? 'every published figure' : 'all scorecards'}`,
    description: every
      ? `Every period of every measure on the performance scorecards of ${council.name} that are in force.`
      : `Each measure of the performance scorecards of ${council.name} that are in force, with its latest figure.`,
    council,
    file,
    saveAs: `${file}-${modified}`,
    page: '/data',
    modified,
    key: every ? ['measure_id', 'series', 'period_end'] : ['measure_id'],
  };
}

/** The sets of data of the council as a whole. */
export const councilFiles = ['scorecards', 'figures'] as const;
export type CouncilFile = (typeof councilFiles)[number];

/** The address of a form of a set of data. */
export const fileAddress = ({ page, file }: Pick<DataAbout, 'page' | 'file'>, form: DataForm): string =>
  `${page}/${file}.${form}`;
