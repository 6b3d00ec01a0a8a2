declare module 'rdf-parser-csvw' {
  /** Reads a CSV file by its CSVW metadata, as the statements that it makes. */
  export default class CsvwParser {
    constructor(options: { metadata: object; baseIRI: string });
    import(file: NodeJS.ReadableStream): unknown;
  }
}
