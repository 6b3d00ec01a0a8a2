import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A colour as axe has it: three parts and how opaque, which are all that reading its words gives. */
type Colour = { r: number; g: number; b: number; alpha: number };
type ColourClass = { prototype: Colour & { parseString(words: string): Colour } };

/**
 * Has axe remember what the words of a colour mean. It reads the same few colours for every word of a page, and again for all
 * that lies below the word, which is a third of its work on a scorecard.
 */
function rememberColours(): void {
  const { axe } = globalThis as unknown as { axe: { commons: { color: { Color: ColourClass } } } };
  const { prototype } = axe.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map<string, Colour>();
  prototype.parseString = function (this: Colour, words: string): Colour {
    const colour = known.get(words);
    if (!colour) {
      read.call(this as ColourClass['prototype'], words);
      known.set(words, { r: this.r, g: this.g, b: this.b, alpha: this.alpha });
      return this;
    }
    this.r = colour.r;
    this.g = colour.g;
    this.b = colour.b;
    this.alpha = colour.alpha;
    return this;
  };
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** axe, as a page is to run it once before it is asked. */
export const axeSource = `${readFileSync(axeFile, 'utf8')};(${rememberColours})();`;
