import { licenceAddress } from './licence-address';
import { type ColumnKind, openColumns } from './open-columns';
import type { DataAbout } from './open-file';

const datatypes: Record<ColumnKind, string> = {
  word: 'string',
  text: 'string',
  number: 'decimal',
  count: 'integer',
  day: 'date',
  'yes or no': 'boolean',
  markers: 'string',
};

/** The columns without which no row is. */
const always = [
  'measure_id',
  'measure',
  'area_name',
  'unit',
  'edition',
  'service_id',
  'service',
  'measure_number',
  'series',
];

/**
 * The metadata that stand beside a CSV file, under the same name and '-metadata.json', where a reader of CSVW looks for them.
 * Source: Metadata Vocabulary for Tabular Data, W3C.
 */
export function csvwMetadata({ title, description, council, file, modified, key }: DataAbout): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: `${file}.csv`,
    'dc:title': title,
    'dc:description': description,
    'dc:publisher': council.name,
    'dc:modified': { '@value': modified, '@type': 'date' },
    ...(council.licence && { 'dc:license': licenceAddress(council.licence) }),
    dialect: { encoding: 'utf-8', header: true, delimiter: ',', lineTerminators: ['\r\n'], quoteChar: '"' },
    tableSchema: {
      columns: openColumns.map(({ name, kind, title: heading, meaning }) => ({
        name,
        titles: name,
        'dc:title': heading,
        'dc:description': meaning,
        datatype: datatypes[kind],
        ...(kind === 'markers' && { separator: ' ' }),
        ...(always.includes(name) && { required: true }),
      })),
      primaryKey: key,
    },
  };
}
