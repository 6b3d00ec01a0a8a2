import { tooMuch, Unreadable, type WorkbookLimits } from './workbook-limits';

/** Characters that XML cannot hold stand in a workbook as _x000D_, and an underscore before such a word as _x005F_. */
const decoded = (text: string) =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/**
 * Puts the runs of a formatted text together: what stands in `t`, without the phonetic runs (`rPh`) that say how it is pronounced.
 */
export class TextRuns {
  private pieces = '';
  private phonetic = 0;
  private inText = false;

  constructor(private readonly limits: WorkbookLimits) {}

  open(name: string): void {
    if (name === 'rPh') this.phonetic += 1;
    if (name === 't') this.inText = true;
  }

  /** Adds a piece; `place` is where the cell stands, for the sentence about one that is too long. */
  text(piece: string, place: () => string): void {
    if (!this.inText || this.phonetic > 0) return;
    this.pieces += piece;
    // A character may be written as seven.
    if (this.pieces.length > 7 * this.limits.cellLength) throw new Unreadable(tooMuch.cellLength(this.limits, place()));
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic -= 1;
    if (name === 't') this.inText = false;
  }

  /** The text so far; the next one begins empty. */
  take(place: () => string): string {
    const text = decoded(this.pieces);
    this.pieces = '';
    if (text.length > this.limits.cellLength) throw new Unreadable(tooMuch.cellLength(this.limits, place()));
    return text;
  }
}
