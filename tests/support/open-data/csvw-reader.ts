import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';

/** What the W3C's vocabulary for tabular metadata asks of a table's description, as far as ours uses it. */
const vocabulary = {
  type: 'object',
  required: ['@context', 'url', 'tableSchema'],
  properties: {
    '@context': {
      type: 'array',
      prefixItems: [{ const: 'http://www.w3.org/ns/csvw' }, { type: 'object', required: ['@language'] }],
    },
    url: { type: 'string', format: 'uri-reference' },
    dialect: {
      type: 'object',
      additionalProperties: false,
      properties: {
        encoding: { const: 'utf-8' },
        header: { type: 'boolean' },
        delimiter: { type: 'string', minLength: 1, maxLength: 1 },
        quoteChar: { type: 'string' },
        lineTerminators: { type: 'array', items: { type: 'string' } },
      },
    },
    tableSchema: {
      type: 'object',
      required: ['columns', 'primaryKey'],
      additionalProperties: false,
      properties: {
        columns: {
          type: 'array',
          items: {
            type: 'object',
            required: ['name', 'titles', 'datatype'],
            additionalProperties: false,
            properties: {
              // A name is a variable of a URI template, and no reserved one.
              name: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_.]*$' },
              titles: { type: 'string' },
              datatype: { enum: ['string', 'decimal', 'integer', 'date', 'boolean'] },
              separator: { type: 'string' },
              required: { type: 'boolean' },
            },
            patternProperties: { '^dc:': true },
          },
        },
        primaryKey: { type: 'array', items: { type: 'string' } },
      },
    },
  },
  patternProperties: { '^dc:': true },
  additionalProperties: false,
};

type Description = {
  dialect: { delimiter: string; quoteChar: string };
  tableSchema: {
    columns: { name: string; titles: string; datatype: string; separator?: string; required?: boolean }[];
    primaryKey: string[];
  };
};

/** The lexical forms of XML Schema by which each datatype is read. */
const forms: Record<string, RegExp> = {
  string: /^[\s\S]*$/,
  decimal: /^[+-]?(\d+(\.\d*)?|\.\d+)$/,
  integer: /^[+-]?\d+$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  boolean: /^(true|false|1|0)$/,
};

/**
 * Reads a CSV file by its CSVW metadata alone, knowing nothing of how either was made: the cells of each row by name, lists split
 * and nulls left out. Throws where a cell is not of its datatype, a required one is empty, or a key comes twice.
 */
export function readByMetadata(csv: string, metadata: unknown): Record<string, string | string[]>[] {
  const ajv = new Ajv2020({ strictTuples: false, allErrors: true });
  addFormats.default(ajv);
  if (!ajv.validate(vocabulary, metadata)) throw new Error(ajv.errorsText());
  const { dialect, tableSchema } = metadata as Description;
  const { columns, primaryKey } = tableSchema;
  const [heads, ...lines] = parse(csv, {
    bom: true,
    delimiter: dialect.delimiter,
    quote: dialect.quoteChar,
  }) as string[][];
  if (heads?.join() !== columns.map(({ titles }) => titles).join()) throw new Error('the heading is another');
  const keys = new Set<string>();
  return lines.map((line, index) => {
    const row: Record<string, string | string[]> = {};
    for (const [at, { name, datatype, separator, required }] of columns.entries()) {
      const text = line[at] ?? '';
      if (text === '' && required) throw new Error(`row ${index} has no ${name}`);
      if (text === '') continue;
      const values = separator ? text.split(separator) : [text];
      for (const value of values)
        if (!forms[datatype]?.test(value)) throw new Error(`row ${index}: ${name} is no ${datatype}: ${value}`);
      row[name] = separator ? values : text;
    }
    const key = JSON.stringify(primaryKey.map((name) => row[name] ?? null));
    if (keys.has(key)) throw new Error(`row ${index}: the key ${key} comes twice`);
    keys.add(key);
    return row;
  });
}
