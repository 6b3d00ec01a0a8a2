import { type ColumnKind, type OpenRow, openColumns } from './open-columns';

type OpenValue = string | number | boolean | string[] | null;

/** A row as JSON has it: every column by its name, numbers as numbers, null where there is nothing. */
export const jsonRow = (row: OpenRow): Record<string, OpenValue> =>
  Object.fromEntries(openColumns.map(({ name, kind }) => [name, jsonValue(kind, row[name] ?? '')]));

function jsonValue(kind: ColumnKind, text: string): OpenValue {
  if (kind === 'markers') return text === '' ? [] : text.split(' ');
  if (text === '') return null;
  if (kind === 'number' || kind === 'count') return Number(text);
  return kind === 'yes or no' ? text === 'true' : text;
}

const types: Record<ColumnKind, object> = {
  word: { type: ['string', 'null'] },
  text: { type: ['string', 'null'] },
  number: { type: ['number', 'null'] },
  count: { type: ['integer', 'null'] },
  day: { type: ['string', 'null'], format: 'date' },
  'yes or no': { type: ['boolean', 'null'] },
  markers: { type: 'array', items: { type: 'string' } },
};

/** The JSON Schema of a row. */
export const rowSchema = {
  type: 'object',
  additionalProperties: false,
  required: openColumns.map(({ name }) => name),
  properties: Object.fromEntries(
    openColumns.map(({ name, kind, meaning }) => [name, { ...types[kind], description: meaning }]),
  ),
};
