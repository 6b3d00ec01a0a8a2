import { TextRuns } from './text-runs';
import { tooMuch, Unreadable, type WorkbookLimits } from './workbook-limits';
import { readXml } from './xml-events';

/** The texts that the cells of a workbook share, in the order by which cells name them. */
export async function readSharedStrings(bytes: AsyncIterable<Uint8Array>, limits: WorkbookLimits): Promise<string[]> {
  const strings: string[] = [];
  const runs = new TextRuns(limits);
  const place = () => 'This workbook';
  let length = 0;
  await readXml(bytes, {
    open: (name) => runs.open(name),
    text: (piece) => runs.text(piece, place),
    close: (name) => {
      runs.close(name);
      if (name !== 'si') return;
      const text = runs.take(place);
      length += text.length;
      if (length > limits.textLength) throw new Unreadable(tooMuch.textLength(limits));
      if (strings.length >= limits.cells) throw new Unreadable(tooMuch.cells(limits));
      strings.push(text);
    },
  });
  return strings;
}
