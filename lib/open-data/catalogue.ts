import { licenceAddress } from './licence-address';
import { type DataAbout, dataForms, fileAddress, formWords } from './open-file';

/** What a catalogue is told of a set of data beside what it says of itself. */
export type Entry = {
  about: DataAbout;
  /** Where the site is: 'https://performance.example.gov.uk'; nothing where addresses are to stay within the site. */
  origin: string;
  /** The first and the last ISO day that its figures cover; null where there is none. */
  covers: { from: string; until: string } | null;
  /** What is measured. */
  measured: string[];
};

/** Sets of data as schema.org describes a Dataset, as the text of a data block: nothing in it can end the block. */
export function datasetBlock(entries: Entry[]): string {
  const graph = { '@context': 'https://schema.org', '@graph': entries.map(datasetOf) };
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}

/** Source: docs/rules.md, Open data. */
function datasetOf({ about, origin, covers, measured }: Entry): object {
  const { title, description, council, page, modified } = about;
  return {
    '@type': 'Dataset',
    name: title,
    description,
    url: origin + page,
    creator: { '@type': 'GovernmentOrganization', name: council.name },
    license: council.licence ? licenceAddress(council.licence) : undefined,
    temporalCoverage: covers ? `${covers.from}/${covers.until}` : undefined,
    spatialCoverage: { '@type': 'Place', name: council.name, identifier: council.areaCode ?? undefined },
    variableMeasured: measured,
    dateModified: modified,
    isAccessibleForFree: true,
    distribution: dataForms.map((form) => ({
      '@type': 'DataDownload',
      encodingFormat: formWords[form].type,
      contentUrl: origin + fileAddress(about, form),
    })),
  };
}
