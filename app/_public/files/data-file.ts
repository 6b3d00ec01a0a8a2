import { csvwMetadata } from '@/lib/open-data/csvw';
import { dataBytes, type RowBatches } from '@/lib/open-data/data-bytes';
import { type DataAbout, type DataForm, formWords } from '@/lib/open-data/open-file';
import { type Content, contentOf } from '../answer';

/** Whatever is published may be read from any other site's page. */
export const openToAll = { 'Access-Control-Allow-Origin': '*' };

const utf8 = (type: string): string => (type.includes('openxml') ? type : `${type}; charset=utf-8`);

/** A set of data as a file to be kept; a CSV file says where its metadata are. */
export async function dataFile(about: DataAbout, form: DataForm, batches: RowBatches): Promise<Content> {
  const bytes = await dataBytes(about, form, batches);
  return {
    ...contentOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    headers: fileHeaders(about, form),
  };
}

/** What a file of data says of itself beside its content. */
export function fileHeaders(about: DataAbout, form: DataForm): Record<string, string> {
  const headers: Record<string, string> = {
    'Content-Type': utf8(formWords[form].type),
    'Content-Disposition': `attachment; filename="${about.saveAs}.${form}"`,
    ...openToAll,
  };
  if (form === 'csv')
    headers.Link = `<${about.file}.csv-metadata.json>; rel="describedby"; type="application/csvm+json"`;
  return headers;
}

/** The metadata beside a CSV file. */
export const metadataFile = (about: DataAbout): Content =>
  jsonContent(`${JSON.stringify(csvwMetadata(about), null, 2)}\n`, 'application/csvm+json');

/** A published text of JSON, byte for byte. */
export function jsonContent(text: string, type = 'application/json'): Content {
  return { ...contentOf(Buffer.from(text)), headers: { 'Content-Type': utf8(type), ...openToAll } };
}
