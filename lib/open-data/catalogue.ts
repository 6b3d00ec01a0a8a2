import type { FrozenRow } from '@/lib/edition/edition';
import { endOf } from '@/lib/time/period';
import { licenceAddress } from './licence-address';
import { type DataAbout, dataForms, fileAddress, formWords } from './open-file';

/** What a catalogue is told of a set of data beside what it says of itself. */
type Entry = {
  about: DataAbout;
  /** Where the site is: 'https://performance.example.gov.uk'; nothing where addresses are to stay within the site. */
  origin: string;
  /** The first and the last ISO day that its figures cover; null where there is none. */
  covers: { from: string; until: string } | null;
  /** What is measured. */
  measured: string[];
};

/**
 * A set of data as schema.org describes a Dataset, as the text of a data block: nothing in it can end the block.
 * Source: docs/rules.md, Open data.
 */
export function datasetBlock({ about, origin, covers, measured }: Entry): string {
  const { title, description, council, page, modified } = about;
  const dataset = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: title,
    description,
    url: origin + page,
    creator: { '@type': 'GovernmentOrganization', name: council.name },
    license: council.licence ? licenceAddress(council.licence) : undefined,
    temporalCoverage: covers ? `${covers.from}/${covers.until}` : undefined,
    spatialCoverage: { '@type': 'Place', name: council.name, identifier: council.areaCode ?? undefined },
    variableMeasured: measured.length > 0 ? measured : undefined,
    dateModified: modified,
    isAccessibleForFree: true,
    distribution: dataForms.map((form) => ({
      '@type': 'DataDownload',
      encodingFormat: formWords[form].type,
      contentUrl: origin + fileAddress(about, form),
    })),
  };
  return JSON.stringify(dataset).replaceAll('<', '\\u003c');
}

/** The first and the last day of the periods of rows; null where no row has a period yet. */
export function daysCovered(rows: Pick<FrozenRow, 'period' | 'frequency' | 'trend'>[]): Entry['covers'] {
  const first = rows.flatMap(({ trend }) => trend.points.map(({ start }) => start)).sort()[0];
  const until = rows
    .flatMap(({ period, frequency }) => (period ? [endOf({ frequency, start: period.start })] : []))
    .sort()
    .at(-1);
  return first && until ? { from: first, until } : null;
}
