import { stringify } from 'csv-stringify/sync';
import { misreadInCsv, safeCell } from '@/lib/text/safe-cell';
import { type OpenRow, openColumns } from './open-columns';

const quoting = { record_delimiter: '\r\n', quoted_match: misreadInCsv };

const cells = (rows: OpenRow[]): string[][] =>
  rows.map((row) =>
    openColumns.map(({ name, kind }) => (kind === 'text' ? safeCell(row[name] ?? '') : (row[name] ?? ''))),
  );

/** The heading of a CSV file, in UTF-8 with the mark by which a spreadsheet knows it. */
export const csvHeading = (): string => `\ufeff${stringify([openColumns.map(({ name }) => name)], quoting)}`;

/** The lines of rows: numbers as plain decimals, texts that no spreadsheet takes for a formula. Source: docs/rules.md, Open data. */
export const csvLines = (rows: OpenRow[]): string => (rows.length === 0 ? '' : stringify(cells(rows), quoting));
