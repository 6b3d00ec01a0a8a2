import { type FileSize, sizeWords } from '@/lib/open-data/data-bytes';
import { formWords } from '@/lib/open-data/open-file';

/** Links to the files of a set of data, each with its type and size; `base` is their address without its ending. */
export function FileLinks({ base, sizes }: { base: string; sizes: FileSize[] }) {
  return sizes.map((size, index) => (
    <span key={size.form}>
      {index > 0 && ', '}
      <a href={`${base}.${size.form}`}>{formWords[size.form].name}</a> ({sizeWords(size)})
    </span>
  ));
}

/** Where the data beside a table or a chart can be had; what there is to know of them is led to from the foot of each page. */
export function GetData({ base, sizes }: { base: string; sizes: FileSize[] }) {
  return (
    <p className="download">
      Get the data: <FileLinks base={base} sizes={sizes} />
    </p>
  );
}
