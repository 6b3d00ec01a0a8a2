import sax from 'sax';
import { damaged, Unreadable } from './workbook-limits';

export type Attributes = Record<string, string>;

/** What a reader of XML hears: elements by their names without prefix, and text in pieces. */
export type XmlReader = {
  open: (name: string, attributes: Attributes) => void;
  text?: (piece: string) => void;
  close?: (name: string) => void;
};

/** No part of a workbook is nested deeper, and no element has more attributes: without a bound both would fill the memory. */
const deepest = 64;
const mostAttributes = 128;

/** Only the five entities of XML itself are known. */
const options: sax.SAXOptions & { strictEntities: boolean } = { strictEntities: true };

const plainName = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML as its bytes come. A document that declares anything of its own is refused, so that no entity is ever expanded or fetched.
 * Source: OWASP, XML external entity prevention.
 */
export async function readXml(bytes: AsyncIterable<Uint8Array>, reader: XmlReader): Promise<void> {
  const parser = sax.parser(true, options);
  const decoder = new TextDecoder();
  let depth = 0;
  let attributes = 0;
  parser.onerror = () => {
    throw new Unreadable(damaged);
  };
  parser.ondoctype = () => {
    throw new Unreadable(
      'This file declares XML entities, which no workbook does, so it is not read. Copy its cells into a new workbook, and bring that in.',
    );
  };
  parser.onopentagstart = () => {
    depth += 1;
    attributes = 0;
    if (depth > deepest) throw new Unreadable(damaged);
  };
  parser.onattribute = () => {
    attributes += 1;
    if (attributes > mostAttributes) throw new Unreadable(damaged);
  };
  parser.onopentag = ({ name, attributes: all }) => reader.open(plainName(name), all as Attributes);
  parser.onclosetag = (name) => {
    depth -= 1;
    reader.close?.(plainName(name));
  };
  if (reader.text) {
    parser.ontext = reader.text;
    parser.oncdata = reader.text;
  }
  for await (const chunk of bytes) parser.write(decoder.decode(chunk, { stream: true }));
  parser.write(decoder.decode());
  parser.close();
}
