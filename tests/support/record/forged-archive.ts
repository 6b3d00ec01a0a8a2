import { open } from 'node:fs/promises';
import { folder, type Manifest, manifestText } from '../../../scripts/archive/record-part';
import { bytesAt, countedLines, entriesOf, writeTar } from '../../../scripts/archive/tar';

export type Texts = Map<string, string>;
export const manifestName = `${folder}/manifest.json`;

/** The files of an archive by their names, in their order. */
export async function textsOf(path: string): Promise<Texts> {
  const file = await open(path, 'r');
  const texts: Texts = new Map();
  for (const { name, at, size } of (await entriesOf(file)) ?? [])
    texts.set(name, (await bytesAt(file, at, size)).toString('utf8'));
  await file.close();
  return texts;
}

export const manifestIn = (texts: Texts): Manifest => JSON.parse(texts.get(manifestName) ?? '{}');

/** Writes files as an archive whose manifest fits them, as somebody would who knows the format. */
export async function forge(path: string, texts: Texts, change: (manifest: Manifest) => void = () => undefined) {
  const manifest = manifestIn(texts);
  const count = async ({ name }: { name: string }) => {
    const text = texts.get(name) ?? '';
    const { bytes, rows, sha256 } = await countedLines(name, async (write) => {
      if (text !== '') await write(text.replace(/\n$/, ''));
    });
    return { name, rows, bytes, sha256 };
  };
  manifest.data = await Promise.all(manifest.data.map(count));
  manifest.words = await Promise.all(manifest.words.map(count));
  change(manifest);
  await writeTexts(path, new Map([...texts, [manifestName, manifestText(manifest)]]));
}

/** Writes files as they are, whatever the manifest among them says. */
export const writeTexts = (path: string, texts: Texts) =>
  writeTar(path, async (add) => {
    for (const [name, text] of texts)
      await add(name, async (write) => {
        if (text !== '') await write(text.replace(/\n$/, ''));
      });
  });
