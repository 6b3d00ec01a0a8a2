import { type PaperKind, paperKinds, paperPath, paperTypes } from '@/lib/paper/paper-kinds';

type Props = {
  slug: string;
  edition: number;
  /** In bytes, of the files that have been made; one that has not is made when it is asked for. */
  sizes: Partial<Record<PaperKind, number>>;
};

/** The committee paper of an edition, with the type and size of each file. */
export const PaperLinks = ({ slug, edition, sizes }: Props) => (
  <>
    {paperKinds.map((kind) => (
      <li key={kind}>
        <a href={paperPath(slug, edition, kind)}>{`Paper (${paperTypes[kind].name}${sizeWords(sizes[kind])})`}</a>
      </li>
    ))}
  </>
);

/** ', 219 kB'; nothing while the size is not known. */
const sizeWords = (bytes: number | undefined): string =>
  bytes === undefined ? '' : `, ${Math.max(1, Math.round(bytes / 1000))} kB`;
